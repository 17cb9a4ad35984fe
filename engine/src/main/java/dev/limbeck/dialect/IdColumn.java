package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;

/**
 * A column whose values a sequence gives out.
 *
 * @param table its table
 * @param column its name
 */
public record IdColumn(QualifiedName table, Identifier column) {
  public IdColumn {
    requireNonNull(table, "table");
    requireNonNull(column, "column");
  }
}
