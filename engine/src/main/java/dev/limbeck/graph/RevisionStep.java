package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One revision to be applied or undone, and how the rows of the version table change with it.
 *
 * @param rows to be done after the revision ran, in its transaction
 */
public record RevisionStep(RevisionNode revision, Direction direction, List<RowOperation> rows) {
  public RevisionStep {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    rows = List.copyOf(rows);
  }
}
