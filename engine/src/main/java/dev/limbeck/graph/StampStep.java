package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One move of the version table that runs no revision.
 *
 * @param from ids of the rows that are left; empty where a row is only added
 * @param to ids of the rows that are reached; empty where rows are only removed
 */
public record StampStep(
    List<String> from, List<String> to, Direction direction, List<RowOperation> rows) {
  public StampStep {
    from = List.copyOf(from);
    to = List.copyOf(to);
    requireNonNull(direction, "direction");
    rows = List.copyOf(rows);
  }
}
