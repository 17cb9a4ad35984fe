package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * One change of the version table, which holds a row for each tip of what is applied.
 *
 * <p>A delete and an update expect exactly one row to match; where none or several do, the table is
 * not in the state that the plan was made for, and the change must not be kept.
 */
public sealed interface RowOperation {

  /** Does to a set of rows what it does to the table. */
  void applyTo(Set<String> rows);

  /** Adds a row. */
  record Insert(String revision) implements RowOperation {
    public Insert {
      requireNonNull(revision, "revision");
    }

    @Override
    public void applyTo(Set<String> rows) {
      rows.add(revision);
    }
  }

  /** Removes a row. */
  record Delete(String revision) implements RowOperation {
    public Delete {
      requireNonNull(revision, "revision");
    }

    @Override
    public void applyTo(Set<String> rows) {
      rows.remove(revision);
    }
  }

  /** Makes the row of one revision the row of another. */
  record Update(String from, String to) implements RowOperation {
    public Update {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public void applyTo(Set<String> rows) {
      rows.remove(from);
      rows.add(to);
    }
  }
}
