package dev.limbeck.migration;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.SqlExpression;
import java.util.stream.Stream;

/** An index in the making. */
public final class IndexDefinition {
  private final Changed changed;
  private Index index;
  private boolean concurrently;

  /** Takes each newer version. */
  @FunctionalInterface
  interface Changed {
    void to(Index index, boolean concurrently);
  }

  IndexDefinition(Index index, Changed changed) {
    this.index = index;
    this.changed = changed;
    changed.to(index, false);
  }

  /** Holds only the rows that meet this SQL condition. */
  public IndexDefinition where(String sql) {
    return where(SqlExpression.of(sql));
  }

  /** Holds only the rows that meet this condition. */
  public IndexDefinition where(SqlExpression condition) {
    return with(index.withWhere(condition));
  }

  /** Uses another access method, such as {@code gin}. */
  public IndexDefinition using(String method) {
    return with(index.withMethod(method));
  }

  /** Carries further columns along. */
  public IndexDefinition include(String... columns) {
    return with(index.withInclude(Stream.of(columns).map(Identifier::parse).toList()));
  }

  /** Counts two nulls as equal. */
  public IndexDefinition nullsNotDistinct() {
    return with(index.withNullsNotDistinct(true));
  }

  /**
   * Lets others write into the table meanwhile, on a database that can do it so: on PostgreSQL
   * {@code CREATE INDEX CONCURRENTLY} and {@code DROP INDEX CONCURRENTLY}, outside of the
   * revision's transaction. In the making of a table it says nothing.
   */
  public IndexDefinition concurrently() {
    concurrently = true;
    return with(index);
  }

  private IndexDefinition with(Index value) {
    index = value;
    changed.to(value, concurrently);
    return this;
  }
}
