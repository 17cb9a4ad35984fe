package dev.limbeck.migration;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one column. Every change says what was before, so that it can be checked and
 * undone.
 */
public final class ColumnChange {
  private final Identifier name;
  private final Consumer<AlterColumn> changed;
  private @Nullable Changed<ColumnType> type;
  private @Nullable Changed<Boolean> nullable;
  private @Nullable Changed<SqlExpression> defaultValue;
  private @Nullable Changed<Generation> generation;
  private @Nullable Changed<String> comment;
  private @Nullable Changed<String> collation;
  private @Nullable SqlExpression using;
  private @Nullable SqlExpression fill;

  ColumnChange(Identifier name, Consumer<AlterColumn> changed) {
    this.name = name;
    this.changed = changed;
    publish();
  }

  /** Changes the type. */
  public ColumnChange type(ColumnType from, ColumnType to) {
    type = new Changed<>(from, to);
    return publish();
  }

  /** Changes whether it takes null. */
  public ColumnChange nullable(boolean from, boolean to) {
    nullable = new Changed<>(from, to);
    return publish();
  }

  /** Changes the default, given as SQL; null is no default. */
  public ColumnChange defaultValue(@Nullable String from, @Nullable String to) {
    return defaultExpression(
        from == null ? null : SqlExpression.of(from), to == null ? null : SqlExpression.of(to));
  }

  /** Changes the default; null is no default. */
  public ColumnChange defaultExpression(@Nullable SqlExpression from, @Nullable SqlExpression to) {
    defaultValue = new Changed<>(from, to);
    return publish();
  }

  /** Changes how the database makes the value; null is a plain column. */
  public ColumnChange generation(@Nullable Generation from, @Nullable Generation to) {
    generation = new Changed<>(from, to);
    return publish();
  }

  /** Changes the comment; null is no comment. */
  public ColumnChange comment(@Nullable String from, @Nullable String to) {
    comment = new Changed<>(from, to);
    return publish();
  }

  /** Changes the collation, in the database's own spelling; null is the type's. */
  public ColumnChange collation(@Nullable String from, @Nullable String to) {
    collation = new Changed<>(from, to);
    return publish();
  }

  /** Computes the new value from the old one with this SQL expression, where a cast does not do. */
  public ColumnChange using(String sql) {
    return using(SqlExpression.of(sql));
  }

  /** Computes the new value from the old one with this expression. */
  public ColumnChange using(SqlExpression expression) {
    using = expression;
    return publish();
  }

  /** Gives rows with null the value of this SQL expression before null is forbidden. */
  public ColumnChange fill(String sql) {
    return fill(SqlExpression.of(sql));
  }

  /** Gives rows with null the value of this expression before null is forbidden. */
  public ColumnChange fill(SqlExpression expression) {
    fill = expression;
    return publish();
  }

  private ColumnChange publish() {
    changed.accept(
        new AlterColumn(
            name, type, nullable, defaultValue, generation, comment, collation, using, fill));
    return this;
  }
}
