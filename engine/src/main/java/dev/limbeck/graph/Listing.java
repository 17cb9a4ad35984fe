package dev.limbeck.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What the listing commands show, apart from ranges of the history. */
final class Listing {

  private Listing() {}

  /**
   * The tips of what is applied in the version relation: also revisions that the version table only
   * implies, because a row depends on them. In load order.
   */
  static List<Integer> currentTips(GraphIndex graph, Collection<Integer> rows) {
    BitSet applied = graph.appliedBy(rows);
    return applied.stream()
        .filter(
            revision -> {
              for (int child : graph.children()[revision]) {
                if (applied.get(child)) {
                  return false;
                }
              }
              return true;
            })
        .boxed()
        .toList();
  }

  /** Revisions with several children in the version relation, newest first. */
  static List<Branchpoint> branchpoints(GraphIndex graph) {
    BitSet all = new BitSet();
    all.set(0, graph.size());
    return RevisionOrder.newestFirst(graph, all, graph.effectiveHeads()).stream()
        .filter(revision -> graph.children()[revision].length > 1)
        .map(revision -> branchpoint(graph, revision))
        .toList();
  }

  private static Branchpoint branchpoint(GraphIndex graph, int revision) {
    List<RevisionNode> children =
        Arrays.stream(graph.children()[revision])
            .mapToObj(graph.nodes()::get)
            .sorted(Comparator.comparing(RevisionNode::id))
            .toList();
    return new Branchpoint(graph.nodes().get(revision), children);
  }
}
