package dev.limbeck.graph;

import static dev.limbeck.graph.GraphIndex.EMPTY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade runs: the targets and all that they need, without what is applied, prerequisites
 * first.
 */
final class UpgradePath {

  private final GraphIndex graph;
  private final RevisionResolver resolver;

  UpgradePath(GraphIndex graph, RevisionResolver resolver) {
    this.graph = graph;
    this.resolver = resolver;
  }

  List<RevisionStep> steps(List<String> rows, String target) {
    List<Integer> targets = targets(rows, target, false);
    BitSet open = graph.appliedByDistinct(targets);
    List<Integer> current = resolver.all(rows);
    open.andNot(graph.appliedByDistinct(current));
    List<Integer> order = new ArrayList<>(RevisionOrder.newestFirst(graph, open, targets));
    Collections.reverse(order);
    HeadTracker tracker = new HeadTracker(graph, current);
    return order.stream()
        .map(
            revision ->
                new RevisionStep(
                    graph.nodes().get(revision), Direction.UPGRADE, tracker.upgraded(revision)))
        .toList();
  }

  /**
   * The revisions that the target names; none for {@code base}.
   *
   * @param current selectors of the current state, from which {@code +n} is counted
   * @param clip whether a walk that is too long ends at the end of the graph instead of failing
   */
  List<Integer> targets(List<String> current, String target, boolean clip) {
    Selector selector = SelectorParser.parse(target);
    Integer steps = selector.steps();
    if (steps == null) {
      return resolver.all(target);
    }
    int found =
        steps > 0 ? above(selector, steps, current, clip) : below(selector, steps, target, clip);
    if (found < 0) {
      throw RelativeWalk.outOfRange(target, "There are not so many revisions.");
    }
    return List.of(found);
  }

  private int above(Selector selector, int steps, List<String> current, boolean clip) {
    String symbol = selector.symbol();
    String branch = selector.branch();
    int start = symbol == null ? start(branch, current) : resolver.one(null, symbol);
    BitSet lineage = branch == null ? null : resolver.lineage(branch);
    return clip
        ? RelativeWalk.upClipped(graph, start, steps, lineage)
        : RelativeWalk.up(graph, start, steps, lineage);
  }

  private int below(Selector selector, int steps, String target, boolean clip) {
    String symbol = selector.symbol();
    if (symbol == null) {
      throw RelativeWalk.outOfRange(target, "An upgrade goes up from the current state, by +n.");
    }
    int start = resolver.one(selector.branch(), symbol);
    return clip
        ? RelativeWalk.downClipped(graph, start, steps)
        : RelativeWalk.down(graph, start, steps);
  }

  /** Where {@code [branch@]+n} is counted from. */
  private int start(@Nullable String branch, List<String> current) {
    if (branch == null) {
      checkOnlyOne(current);
      return current.isEmpty() ? EMPTY : resolver.one(current.get(0));
    }
    List<Integer> rows = resolver.all(current);
    List<Integer> starts = resolver.inLineage(rows, branch);
    if (starts.isEmpty()) {
      starts = topmost(resolver.inLineage(GraphIndex.indexes(graph.appliedBy(rows)), branch));
    }
    checkOnlyOne(graph.ids(starts));
    return starts.isEmpty() ? EMPTY : starts.get(0);
  }

  /** Those that are no direct prerequisite of another. */
  private List<Integer> topmost(List<Integer> revisions) {
    BitSet below = new BitSet();
    for (int revision : revisions) {
      for (int prerequisite : graph.prerequisites()[revision]) {
        below.set(prerequisite);
      }
    }
    return revisions.stream().filter(revision -> !below.get(revision)).toList();
  }

  private static void checkOnlyOne(List<String> starts) {
    if (starts.size() > 1) {
      throw new GraphException(
          GraphProblem.AMBIGUOUS_UPGRADE,
          "+n could be counted from several current revisions.",
          "They are " + GraphException.list(starts) + ".",
          "Name the branch, as in <branch>@+1, or the revision itself.");
    }
  }
}
