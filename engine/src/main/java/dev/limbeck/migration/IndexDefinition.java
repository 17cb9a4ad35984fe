package dev.limbeck.migration;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.SqlExpression;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An index in the making. */
public final class IndexDefinition {
  private final Consumer<Index> changed;
  private Index index;

  IndexDefinition(Index index, Consumer<Index> changed) {
    this.index = index;
    this.changed = changed;
    changed.accept(index);
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

  private IndexDefinition with(Index value) {
    index = value;
    changed.accept(value);
    return this;
  }
}
