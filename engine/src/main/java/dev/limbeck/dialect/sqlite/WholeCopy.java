package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Copies numbers with digits behind the point to columns of whole numbers, rounded as PostgreSQL
 * does; SQLite itself would keep the digits in such a column.
 */
final class WholeCopy {
  private WholeCopy() {}

  /**
   * The value to copy.
   *
   * @param value the value of the old column
   * @param otherwise what is copied where the types are others
   */
  static String converted(
      String value, String otherwise, @Nullable ColumnType from, ColumnType to) {
    return rounds(from, to)
        ? "CASE WHEN typeof("
            + value
            + ") = 'real' THEN CAST(round("
            + value
            + ") AS INTEGER) ELSE "
            + value
            + " END"
        : otherwise;
  }

  /** True where values lose the digits behind the point. */
  static boolean rounds(@Nullable ColumnType from, ColumnType to) {
    return from instanceof ScalarType a
        && to instanceof ScalarType b
        && ValueRanges.isNumber(a.kind())
        && !ValueRanges.isWhole(a.kind())
        && ValueRanges.isWhole(b.kind());
  }
}
