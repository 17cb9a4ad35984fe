package dev.limbeck.graph;

import static dev.limbeck.graph.GraphIndex.EMPTY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps along the version relation, one revision at a time.
 *
 * <p>Below a base lies the empty state, and below that nothing.
 */
final class RelativeWalk {

  /** The walk left the graph. */
  static final int OFF = -2;

  private RelativeWalk() {}

  /**
   * Goes up from a revision or from the empty state.
   *
   * @param steps positive
   * @param lineage where not null, only children in it count
   * @return a revision, or {@link #OFF}
   */
  static int up(GraphIndex graph, int start, int steps, @Nullable BitSet lineage) {
    int at = start;
    for (int i = 0; i < steps; i++) {
      int next = above(graph, at, lineage);
      if (next == OFF) {
        return OFF;
      }
      at = next;
    }
    return at;
  }

  /** As {@link #up}, but stays at the last revision where there is nothing more above. */
  static int upClipped(GraphIndex graph, int start, int steps, @Nullable BitSet lineage) {
    int at = start;
    for (int i = 0; i < steps; i++) {
      int next = above(graph, at, lineage);
      if (next == OFF) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /**
   * Goes down from a revision or from the empty state.
   *
   * @param steps negative
   * @return a revision, {@link GraphIndex#EMPTY}, or {@link #OFF}
   */
  static int down(GraphIndex graph, int start, int steps) {
    int at = start;
    for (int i = 0; i > steps; i--) {
      if (at == EMPTY) {
        return OFF;
      }
      at = below(graph, at);
    }
    return at;
  }

  /** As {@link #down}, but stays at the empty state. */
  static int downClipped(GraphIndex graph, int start, int steps) {
    int at = start;
    for (int i = 0; i > steps && at != EMPTY; i--) {
      at = below(graph, at);
    }
    return at;
  }

  private static int above(GraphIndex graph, int at, @Nullable BitSet lineage) {
    List<Integer> candidates = new ArrayList<>();
    if (at == EMPTY) {
      candidates.addAll(graph.bases());
    } else {
      for (int child : graph.children()[at]) {
        candidates.add(child);
      }
    }
    if (lineage != null) {
      candidates.removeIf(child -> !lineage.get(child));
    }
    if (candidates.size() > 1) {
      throw ambiguous(
          graph,
          at == EMPTY ? "base" : graph.id(at),
          candidates,
          "Name the branch, as in <branch>@+1, or the revision itself.");
    }
    return candidates.isEmpty() ? OFF : candidates.get(0);
  }

  private static int below(GraphIndex graph, int at) {
    int[] parents = graph.parents()[at];
    if (parents.length > 1) {
      List<Integer> candidates = new ArrayList<>();
      for (int parent : parents) {
        candidates.add(parent);
      }
      throw ambiguous(graph, graph.id(at), candidates, "Name the revision itself.");
    }
    return parents.length == 0 ? EMPTY : parents[0];
  }

  private static GraphException ambiguous(
      GraphIndex graph, String at, List<Integer> candidates, String advice) {
    return new GraphException(
        GraphProblem.AMBIGUOUS_WALK,
        "From " + at + " there are several ways to go.",
        "The next revisions are " + GraphException.list(graph.ids(candidates)) + ".",
        advice);
  }

  static GraphException outOfRange(String selector, String seen) {
    return new GraphException(
        GraphProblem.RELATIVE_OUT_OF_RANGE,
        "'" + selector + "' leads out of the graph.",
        seen,
        "Count again with `limbeck history`, or name the revision itself.");
  }
}
