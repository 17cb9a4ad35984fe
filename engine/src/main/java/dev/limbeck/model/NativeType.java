package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.sql.SqlText;

/**
 * A type that only its database has a word for.
 *
 * @param sql the database's spelling; equal when the tokens are
 */
public record NativeType(String sql) implements ColumnType {
  public NativeType {
    requireNonNull(sql, "sql");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.nativeType(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NativeType that && SqlText.sameTokens(sql, that.sql);
  }

  @Override
  public int hashCode() {
    return SqlText.normal(sql).hashCode();
  }

  @Override
  public String toString() {
    return sql;
  }
}
