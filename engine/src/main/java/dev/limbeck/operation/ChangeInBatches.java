package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.time.Duration;

/**
 * Changes the rows of a large table a part at a time, each part in a transaction of its own, so
 * that no lock is held for long and nothing is done twice.
 *
 * @param description what it does, for people
 * @param table the table
 * @param key the column by whose order the parts are made; no row has null in it
 * @param size how many rows a part has
 * @param pause how long to wait after each part
 * @param sql the statement, with {@link #BATCH} where it says which rows
 */
public record ChangeInBatches(
    String description, QualifiedName table, Identifier key, int size, Duration pause, String sql)
    implements Operation {

  /** Stands for the condition that a row is in the present part. */
  public static final String BATCH = "{batch}";

  public ChangeInBatches {
    requireNonNull(description, "description");
    requireNonNull(table, "table");
    requireNonNull(key, "key");
    requireNonNull(pause, "pause");
    requireNonNull(sql, "sql");
    if (size < 1) {
      throw new IllegalArgumentException("size: " + size);
    }
  }

  /** The statement for the rows that meet a condition. */
  public String sql(String condition) {
    return sql.replace(BATCH, "(" + condition + ")");
  }

  /** The statement for all rows at once, as in a script. */
  public String sqlForAll() {
    return sql("1 = 1");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.changeInBatches(this);
  }
}
