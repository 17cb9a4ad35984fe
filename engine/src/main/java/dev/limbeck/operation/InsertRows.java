package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlValue;
import java.util.List;

/**
 * Inserts rows into a table.
 *
 * @param table the table
 * @param columns the columns that get values, at least one
 * @param rows the values of each row, in the order of the columns
 */
public record InsertRows(QualifiedName table, List<Identifier> columns, List<List<SqlValue>> rows)
    implements Operation {
  public InsertRows {
    requireNonNull(table, "table");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<SqlValue> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(columns + " are not as many as " + row);
      }
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.insertRows(this);
  }
}
