package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of the version table, and how one step changes them.
 *
 * <p>Rows are the tips of what is applied: the applied revisions that no other applied revision is
 * based on or depends on. A merge removes the rows of all its parents but one and moves that one,
 * so this holds after every step, also if the process dies between two.
 *
 * <p>It never talks to a database. Not thread-safe.
 */
public final class HeadTracker {

  private final GraphIndex graph;
  private final Set<Integer> rows = new LinkedHashSet<>();
  private final Set<Integer> repeated = new LinkedHashSet<>();
  private final BitSet applied;

  /** How many applied revisions are based on or depend on a revision. */
  private final int[] appliedDependents;

  HeadTracker(GraphIndex graph, List<Integer> rows) {
    this.graph = graph;
    this.applied = graph.appliedBy(rows);
    this.appliedDependents = new int[graph.size()];
    for (int row : rows) {
      if (!this.rows.add(row)) {
        repeated.add(row);
      }
    }
    applied.stream().forEach(revision -> countAt(revision, 1));
  }

  /**
   * Starts from the rows of a version table.
   *
   * @throws GraphException where a row names no revision
   */
  public static HeadTracker of(RevisionGraph graph, Collection<String> rows) {
    return graph.tracker(rows);
  }

  private void countAt(int revision, int change) {
    for (int required : graph.requirements()[revision]) {
      appliedDependents[required] += change;
    }
  }

  /** The ids of the rows, in no particular order. */
  public Set<String> rows() {
    return Set.copyOf(graph.ids(rows));
  }

  /** The ids of all applied revisions, in load order. */
  public Set<String> applied() {
    return new LinkedHashSet<>(graph.ids(GraphIndex.indexes(applied)));
  }

  /**
   * Records that a revision was applied.
   *
   * @throws IllegalStateException where it is applied already, or something that it needs is not
   * @throws GraphException {@link GraphProblem#VERSION_TABLE_MISMATCH} where a row that has to be
   *     changed is there several times
   */
  public List<RowOperation> upgraded(String id) {
    return upgraded(index(id));
  }

  /**
   * Records that a revision was undone.
   *
   * @throws IllegalStateException where it is not applied, or something that needs it is
   * @throws GraphException {@link GraphProblem#VERSION_TABLE_MISMATCH} where a row that has to be
   *     changed is there several times
   */
  public List<RowOperation> downgraded(String id) {
    return downgraded(index(id));
  }

  private int index(String id) {
    Integer index = graph.idToIndex().get(id);
    if (index == null) {
      throw new IllegalStateException("no revision has the id " + id);
    }
    return index;
  }

  List<RowOperation> upgraded(int revision) {
    String id = graph.id(revision);
    if (applied.get(revision)) {
      throw new IllegalStateException(id + " is applied already");
    }
    List<Integer> replaced = new ArrayList<>();
    for (int required : graph.requirements()[revision]) {
      if (!applied.get(required)) {
        throw new IllegalStateException(id + " needs " + graph.id(required) + " first");
      }
      if (rows.contains(required)) {
        replaced.add(required);
      }
    }
    List<RowOperation> operations = new ArrayList<>();
    if (replaced.isEmpty()) {
      operations.add(new RowOperation.Insert(id));
    } else {
      int last = replaced.size() - 1;
      replaced.subList(0, last).forEach(row -> operations.add(delete(row)));
      operations.add(update(replaced.get(last), revision));
    }
    replaced.forEach(rows::remove);
    rows.add(revision);
    applied.set(revision);
    countAt(revision, 1);
    return List.copyOf(operations);
  }

  List<RowOperation> downgraded(int revision) {
    String id = graph.id(revision);
    if (!applied.get(revision) || appliedDependents[revision] > 0) {
      throw new IllegalStateException(
          id + (applied.get(revision) ? " is still needed" : " is not applied"));
    }
    applied.clear(revision);
    countAt(revision, -1);
    List<Integer> uncovered = new ArrayList<>();
    for (int required : graph.prerequisites()[revision]) {
      if (appliedDependents[required] == 0 && !rows.contains(required)) {
        uncovered.add(required);
      }
    }
    List<RowOperation> operations = new ArrayList<>();
    if (uncovered.isEmpty()) {
      operations.add(delete(revision));
    } else {
      uncovered
          .subList(1, uncovered.size())
          .forEach(row -> operations.add(new RowOperation.Insert(graph.id(row))));
      operations.add(update(revision, uncovered.get(0)));
    }
    rows.remove(revision);
    rows.addAll(uncovered);
    return List.copyOf(operations);
  }

  private RowOperation delete(int row) {
    checkNotRepeated(row);
    return new RowOperation.Delete(graph.id(row));
  }

  private RowOperation update(int from, int to) {
    checkNotRepeated(from);
    return new RowOperation.Update(graph.id(from), graph.id(to));
  }

  private void checkNotRepeated(int row) {
    if (repeated.contains(row)) {
      throw new GraphException(
          GraphProblem.VERSION_TABLE_MISMATCH,
          "The version table has several rows for revision " + graph.id(row) + ".",
          "A change of that row would not match exactly one.",
          "Remove the extra rows by hand, or `stamp --purge` the current revisions.");
    }
  }
}
