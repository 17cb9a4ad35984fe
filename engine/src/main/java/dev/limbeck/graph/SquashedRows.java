package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads and writes the rows of the version table where there are squashes.
 *
 * <p>While what a squash replaces is still there, rows are the tips of what is applied <em>of the
 * replaced revisions</em>: somebody may depend on one in their middle, so that a row of that
 * dependent says that the middle is applied, and nothing of what comes after it. The squash keeps a
 * row of its own until something is based on it or depends on its end. Later such a row says
 * nothing any more; it is passed over, and goes with the next step.
 *
 * <p>Without squashes, rows stay as they are.
 */
final class SquashedRows {
  private final GraphIndex graph;
  private final Set<Integer> squashes = new HashSet<>();

  /** What needs the end of a squash whose replaced revisions are still there, by the squash. */
  private final Map<Integer, Set<Integer>> needing = new HashMap<>();

  /**
   * @param needing the ids of what is based on or depends on the end of a squash, by the id of the
   *     squash; only of squashes whose replaced revisions are still there
   */
  SquashedRows(GraphIndex graph, Map<String, Set<String>> needing) {
    this.graph = graph;
    for (int i = 0; i < graph.size(); i++) {
      if (!graph.nodes().get(i).replaces().isEmpty()) {
        squashes.add(i);
      }
    }
    needing.forEach((squash, ids) -> this.needing.put(position(squash), positions(ids)));
  }

  private int position(String id) {
    return graph.idToIndex().getOrDefault(id, GraphIndex.EMPTY);
  }

  private Set<Integer> positions(Iterable<String> ids) {
    Set<Integer> positions = new LinkedHashSet<>();
    ids.forEach(id -> positions.add(position(id)));
    positions.remove(GraphIndex.EMPTY);
    return positions;
  }

  /** The rows without those of squashes that another row stands for. */
  List<String> read(List<String> rows) {
    if (squashes.isEmpty() || rows.size() < 2) {
      return rows;
    }
    List<Integer> below = new ArrayList<>();
    for (int row : positions(rows)) {
      for (int required : graph.requirements()[row]) {
        below.add(required);
      }
    }
    BitSet strictlyBelow = GraphIndex.reach(graph.requirements(), below);
    return rows.stream()
        .filter(
            row -> {
              int position = position(row);
              return !squashes.contains(position) || !strictlyBelow.get(position);
            })
        .toList();
  }

  /** The steps with the changes that lead from these rows to those that are to be written. */
  List<RevisionStep> steps(List<String> rows, List<RevisionStep> steps) {
    if (squashes.isEmpty()) {
      return steps;
    }
    Table table = new Table(rows);
    return steps.stream()
        .map(
            step -> new RevisionStep(step.revision(), step.direction(), table.changed(step.rows())))
        .toList();
  }

  /** The steps with the changes that lead from these rows to those that are to be written. */
  List<StampStep> stamps(List<String> rows, List<StampStep> steps) {
    if (squashes.isEmpty()) {
      return steps;
    }
    Table table = new Table(rows);
    return steps.stream()
        .map(
            step ->
                new StampStep(step.from(), step.to(), step.direction(), table.changed(step.rows())))
        .toList();
  }

  /** The rows that are to be written for the tips of what is applied. */
  private Set<String> written(Set<String> tips) {
    Set<String> rows = new LinkedHashSet<>(tips);
    BitSet applied = graph.appliedBy(positions(tips));
    needing.forEach(
        (squash, dependents) -> {
          if (applied.get(squash) && dependents.stream().noneMatch(applied::get)) {
            rows.add(graph.id(squash));
          }
        });
    return rows;
  }

  /** The version table while steps go over it. */
  private final class Table {
    private Set<String> rows;
    private final Set<String> tips;

    Table(List<String> rows) {
      this.rows = new LinkedHashSet<>(rows);
      this.tips = new LinkedHashSet<>(read(rows));
    }

    List<RowOperation> changed(List<RowOperation> operations) {
      boolean same = rows.equals(tips);
      for (RowOperation operation : operations) {
        if (operation instanceof RowOperation.Insert insert) {
          tips.add(insert.revision());
        } else if (operation instanceof RowOperation.Delete delete) {
          tips.remove(delete.revision());
        } else if (operation instanceof RowOperation.Update update) {
          tips.remove(update.from());
          tips.add(update.to());
        }
      }
      Set<String> before = rows;
      rows = written(tips);
      return same && rows.equals(tips) ? operations : difference(before, rows);
    }

    private List<RowOperation> difference(Set<String> before, Set<String> after) {
      List<String> gone = before.stream().filter(row -> !after.contains(row)).toList();
      List<String> come = after.stream().filter(row -> !before.contains(row)).toList();
      int moved = Math.min(gone.size(), come.size());
      List<RowOperation> operations = new ArrayList<>();
      gone.subList(moved, gone.size()).forEach(row -> operations.add(new RowOperation.Delete(row)));
      for (int i = 0; i < moved; i++) {
        operations.add(new RowOperation.Update(gone.get(i), come.get(i)));
      }
      come.subList(moved, come.size()).forEach(row -> operations.add(new RowOperation.Insert(row)));
      return operations;
    }
  }
}
