package dev.limbeck.migration;

import dev.limbeck.model.SqlValue;
import dev.limbeck.operation.InsertRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in the making. */
public final class RowsDefinition {
  private final Consumer<InsertRows> changed;
  private InsertRows insert;

  RowsDefinition(InsertRows insert, Consumer<InsertRows> changed) {
    this.insert = insert;
    this.changed = changed;
    changed.accept(insert);
  }

  /**
   * A row.
   *
   * @param values one for each column: null, texts, numbers, booleans, UUIDs, bytes, and dates and
   *     times of {@code java.time}
   */
  public RowsDefinition row(@Nullable Object... values) {
    if (values.length != insert.columns().size()) {
      throw new RevisionBodyException(
          "A row has "
              + values.length
              + " values for "
              + insert.columns().size()
              + " columns.\n  "
              + CallSite.here()
              + "   "
              + insert.table()
              + " "
              + insert.columns());
    }
    List<List<SqlValue>> rows = new ArrayList<>(insert.rows());
    rows.add(Stream.of(values).map(SqlValue::of).toList());
    insert = new InsertRows(insert.table(), insert.columns(), rows);
    changed.accept(insert);
    return this;
  }
}
