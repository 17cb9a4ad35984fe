package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.List;

/** A set of revisions that is no graph, or a selector that cannot be resolved against one. */
public final class GraphException extends LimbeckException {

  private static final long serialVersionUID = 1L;

  /** How many ids a message lists before it says how many more there are. */
  private static final int LISTED = 8;

  private final GraphProblem problem;

  /**
   * @param what what is wrong, as a sentence
   * @param details one line each: where it was seen, what was seen, what to do
   */
  GraphException(GraphProblem problem, String what, String... details) {
    super(
        requireNonNull(problem, "problem").code(),
        details.length == 0 ? what : what + "\n  " + String.join("\n  ", details));
    this.problem = problem;
  }

  /** The kind of the error. */
  public GraphProblem problem() {
    return problem;
  }

  /** The ids for a message; long lists are cut. */
  static String list(List<String> ids) {
    if (ids.size() <= LISTED) {
      return String.join(", ", ids);
    }
    return String.join(", ", ids.subList(0, LISTED)) + " and " + (ids.size() - LISTED) + " more";
  }
}
