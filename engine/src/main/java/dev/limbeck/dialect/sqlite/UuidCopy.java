package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Copies identifiers between columns that keep their sixteen bytes and columns that keep their
 * text, as PostgreSQL's casts do; other values of such columns are copied as they would be without
 * it.
 */
final class UuidCopy {
  private UuidCopy() {}

  /**
   * The value to copy.
   *
   * @param value the value of the old column
   * @param otherwise what is copied where it is no identifier
   */
  static String converted(
      String value, String otherwise, @Nullable ColumnType from, ColumnType to) {
    if (keepsBytes(from) && keepsText(to)) {
      String hex = "lower(hex(" + value + "))";
      return "CASE WHEN typeof("
          + value
          + ") = 'blob' AND length("
          + value
          + ") = 16 THEN substr("
          + hex
          + ", 1, 8) || '-' || substr("
          + hex
          + ", 9, 4) || '-' || substr("
          + hex
          + ", 13, 4) || '-' || substr("
          + hex
          + ", 17, 4) || '-' || substr("
          + hex
          + ", 21) ELSE "
          + otherwise
          + " END";
    }
    if (keepsText(from) && keepsBytes(to)) {
      return "CASE WHEN typeof("
          + value
          + ") = 'text' AND length("
          + value
          + ") = 36 THEN coalesce(unhex("
          + value
          + ", '-'), "
          + otherwise
          + ") ELSE "
          + otherwise
          + " END";
    }
    return otherwise;
  }

  private static boolean keepsBytes(@Nullable ColumnType type) {
    return type instanceof ScalarType scalar
        && (scalar.kind() == ScalarType.Kind.UUID || scalar.kind() == ScalarType.Kind.BINARY);
  }

  private static boolean keepsText(@Nullable ColumnType type) {
    if (!(type instanceof ScalarType scalar)) {
      return false;
    }
    return switch (scalar.kind()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT -> true;
      default -> false;
    };
  }
}
