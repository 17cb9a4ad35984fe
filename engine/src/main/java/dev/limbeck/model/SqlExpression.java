package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.sql.SqlText;
import java.util.Map;
import java.util.TreeMap;

/**
 * A piece of SQL inside a schema: a default, a condition, a generated column's formula.
 *
 * <p>Two expressions are equal when their tokens are, whatever their spacing and the case of words.
 *
 * @param text the expression on every dialect that has no variant
 * @param variants the expression by dialect name, where a dialect needs its own
 */
public record SqlExpression(String text, Map<String, String> variants) {
  public SqlExpression {
    requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new LimbeckException("LMB-211", "An SQL expression is empty.");
    }
    variants = Map.copyOf(variants);
  }

  public static SqlExpression of(String text) {
    return new SqlExpression(text, Map.of());
  }

  /** This expression, spelled otherwise on one dialect. */
  public SqlExpression on(String dialect, String sql) {
    Map<String, String> all = new TreeMap<>(variants);
    all.put(dialect, sql);
    return new SqlExpression(text, all);
  }

  /** The text for a dialect. */
  public String forDialect(String dialect) {
    return variants.getOrDefault(dialect, text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlExpression that
        && SqlText.sameTokens(text, that.text)
        && variants.keySet().equals(that.variants.keySet())
        && variants.keySet().stream()
            .allMatch(key -> SqlText.sameTokens(forDialect(key), that.forDialect(key)));
  }

  @Override
  public int hashCode() {
    return SqlText.normal(text).hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
