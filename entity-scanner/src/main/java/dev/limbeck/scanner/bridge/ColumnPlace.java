package dev.limbeck.scanner.bridge;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;

/**
 * A column of a table.
 *
 * @param table the table
 * @param column the column
 */
public record ColumnPlace(QualifiedName table, Identifier column) {
  public ColumnPlace {
    requireNonNull(table, "table");
    requireNonNull(column, "column");
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
