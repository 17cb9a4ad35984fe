package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Copies values between columns that are true or false and columns of numbers or texts, as
 * PostgreSQL's casts do; SQLite itself keeps a number in the one and would leave the text in it.
 */
final class BooleanCopy {
  private static final String TRUE = "('t', 'true', 'y', 'yes', 'on', '1')";

  /** The texts that stand for a value, in parentheses. */
  static final String WORDS =
      TRUE.substring(0, TRUE.length() - 1) + ", 'f', 'false', 'n', 'no', 'off', '0')";

  private BooleanCopy() {}

  /**
   * The value to copy.
   *
   * @param value the value of the old column
   * @param otherwise what is copied where neither column is true or false
   */
  static String converted(
      String value, String otherwise, @Nullable ColumnType from, ColumnType to) {
    if (!(from instanceof ScalarType a) || !(to instanceof ScalarType b)) {
      return otherwise;
    }
    if (b.kind() == Kind.BOOLEAN && ValueRanges.isNumber(a.kind())) {
      return value + " <> 0";
    }
    if (b.kind() == Kind.BOOLEAN && ValueRanges.isText(a.kind())) {
      return "CASE WHEN lower(trim("
          + value
          + ")) IN "
          + WORDS
          + " THEN lower(trim("
          + value
          + ")) IN "
          + TRUE
          + " ELSE "
          + value
          + " END";
    }
    if (a.kind() == Kind.BOOLEAN && ValueRanges.isText(b.kind())) {
      return "CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE " + value + " END";
    }
    return otherwise;
  }
}
