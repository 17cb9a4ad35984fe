package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Orders a set of revisions, newest first, as Alembic does: depth-first along a branch, finishing
 * all branches above a fork before passing it.
 *
 * <p>A list of current heads and an index into it are kept. The head at the index is emitted and
 * replaced by its direct prerequisites, unless another head in the list is above it; then the index
 * moves to that one. The order is a function of the load order of the revisions.
 */
final class RevisionOrder {

  private final GraphIndex graph;
  private final BitSet set;

  /** The set, and what lies between two of its members without being in it. */
  private final BitSet considered;

  /** How many dependents in {@link #considered} still come before a revision. */
  private final int[] pending;

  private final BitSet emitted = new BitSet();
  private final BitSet listed = new BitSet();
  private final List<Integer> heads = new ArrayList<>();
  private final List<Integer> output = new ArrayList<>();

  private RevisionOrder(GraphIndex graph, BitSet set) {
    this.graph = graph;
    this.set = set;
    List<Integer> members = GraphIndex.indexes(set);
    this.considered = GraphIndex.reach(graph.requirements(), members);
    this.considered.and(GraphIndex.reach(graph.dependents(), members));
    this.pending = new int[graph.size()];
    considered.stream().forEach(revision -> pending[revision] = dependentsOf(revision));
  }

  private int dependentsOf(int revision) {
    int count = 0;
    for (int dependent : graph.dependents()[revision]) {
      if (considered.get(dependent)) {
        count++;
      }
    }
    return count;
  }

  /**
   * The members of the set that can be reached from the heads through the set, newest first.
   *
   * @param heads where to begin; those outside the set are ignored
   */
  static List<Integer> newestFirst(GraphIndex graph, BitSet set, Collection<Integer> heads) {
    RevisionOrder order = new RevisionOrder(graph, set);
    heads.stream().distinct().filter(set::get).sorted().forEach(order::enlist);
    order.run();
    return order.output;
  }

  private void enlist(int revision) {
    heads.add(revision);
    listed.set(revision);
  }

  private void run() {
    int index = 0;
    while (!heads.isEmpty()) {
      int candidate = heads.get(index);
      int above = pending[candidate] > 0 ? headAbove(candidate) : -1;
      if (above >= 0) {
        index = above;
      } else {
        emit(candidate);
        index = replace(index, candidate);
      }
    }
  }

  /** The position of the first head that has the revision among its ancestors, or -1. */
  private int headAbove(int revision) {
    BitSet above = GraphIndex.reach(graph.dependents(), List.of(revision));
    for (int position = 0; position < heads.size(); position++) {
      if (heads.get(position) != revision && above.get(heads.get(position))) {
        return position;
      }
    }
    return -1;
  }

  private void emit(int revision) {
    output.add(revision);
    emitted.set(revision);
    List<Integer> passed = new ArrayList<>(List.of(revision));
    for (int i = 0; i < passed.size(); i++) {
      for (int below : graph.requirements()[passed.get(i)]) {
        if (considered.get(below) && --pending[below] == 0 && !set.get(below)) {
          passed.add(below);
        }
      }
    }
  }

  /** Puts the open prerequisites in the place of a head; returns the next index. */
  private int replace(int index, int revision) {
    listed.clear(revision);
    boolean placed = false;
    for (int below : graph.prerequisites()[revision]) {
      if (set.get(below) && !emitted.get(below) && !listed.get(below)) {
        if (placed) {
          enlist(below);
        } else {
          heads.set(index, below);
          listed.set(below);
          placed = true;
        }
      }
    }
    if (placed) {
      return index;
    }
    heads.remove(index);
    return Math.max(index - 1, 0);
  }
}
