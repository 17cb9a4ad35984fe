package dev.limbeck.hook;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Column;
import dev.limbeck.model.QualifiedName;

/**
 * A column on both sides of a comparison.
 *
 * @param dialect the dialect that it is compared on
 * @param table its table, as the entities name it
 * @param found the column as the database has it; as revisions lead to it, where no database is
 *     looked at
 * @param wanted the column as the entities want it
 */
public record ColumnPair(String dialect, QualifiedName table, Column found, Column wanted) {
  public ColumnPair {
    requireNonNull(dialect, "dialect");
    requireNonNull(table, "table");
    requireNonNull(found, "found");
    requireNonNull(wanted, "wanted");
  }
}
