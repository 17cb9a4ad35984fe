package dev.limbeck.migration;

import dev.limbeck.model.Column;
import dev.limbeck.model.Generation;
import dev.limbeck.model.SqlExpression;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A column in the making. Every call adds to what was said before. */
public final class ColumnDefinition {
  private final Consumer<ColumnDefinition> changed;
  private Column column;
  private @Nullable SqlExpression fill;

  ColumnDefinition(Column column, Consumer<ColumnDefinition> changed) {
    this.column = column;
    this.changed = changed;
    changed.accept(this);
  }

  /** Forbids null. */
  public ColumnDefinition notNull() {
    return with(column.withNullable(false));
  }

  /** Gives an insert without a value the value of this SQL expression. */
  public ColumnDefinition defaultValue(String sql) {
    return with(column.withDefault(SqlExpression.of(sql)));
  }

  /** Gives an insert without a value the value of this expression. */
  public ColumnDefinition defaultValue(SqlExpression expression) {
    return with(column.withDefault(expression));
  }

  /** Makes the database count up where an insert gives no value; forbids null. */
  public ColumnDefinition identity() {
    return generated(Generation.identity());
  }

  /**
   * Makes the database count up from a start by a step where an insert gives no value; forbids
   * null.
   */
  public ColumnDefinition identity(long start, long increment) {
    return generated(new Generation.Identity(false, start, increment));
  }

  /** Makes the database count up always; forbids null. */
  public ColumnDefinition identityAlways() {
    return generated(new Generation.Identity(true, 1, 1));
  }

  /** Makes the database compute the value at writing. */
  public ColumnDefinition computed(String sql) {
    return generated(new Generation.Computed(SqlExpression.of(sql), true));
  }

  /** Makes the database compute the value at reading. */
  public ColumnDefinition computedAtReading(String sql) {
    return generated(new Generation.Computed(SqlExpression.of(sql), false));
  }

  /** Makes the database make the value in this way; an identity forbids null. */
  public ColumnDefinition generated(Generation generation) {
    Column generated = column.withGeneration(generation);
    return with(
        generation instanceof Generation.Identity ? generated.withNullable(false) : generated);
  }

  /** The column's comment. */
  public ColumnDefinition comment(String text) {
    return with(column.withComment(text));
  }

  /** The column's collation, in the database's own spelling. */
  public ColumnDefinition collation(String name) {
    return with(column.withCollation(name));
  }

  /**
   * What the rows that are already there get, as an SQL expression; only where a column is added to
   * a table.
   */
  public ColumnDefinition fill(String sql) {
    return fill(SqlExpression.of(sql));
  }

  /** What the rows that are already there get; only where a column is added to a table. */
  public ColumnDefinition fill(SqlExpression expression) {
    fill = expression;
    changed.accept(this);
    return this;
  }

  Column column() {
    return column;
  }

  @Nullable SqlExpression fill() {
    return fill;
  }

  private ColumnDefinition with(Column value) {
    column = value;
    changed.accept(this);
    return this;
  }
}
