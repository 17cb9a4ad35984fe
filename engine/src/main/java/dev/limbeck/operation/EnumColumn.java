package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;

/**
 * A column whose values are the labels of an enumerated type.
 *
 * @param table its table
 * @param column its name
 */
public record EnumColumn(QualifiedName table, Identifier column) {
  public EnumColumn {
    requireNonNull(table, "table");
    requireNonNull(column, "column");
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
