package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Moves contents between columns and large objects, which a column knows only by their number: a
 * cast would take the number for the content.
 *
 * <p>What was moved out of a large object stays in it as well, until {@code vacuumlo} finds it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/lo-funcs.html">Server-Side Functions</a>
 */
final class LargeObjects {
  private LargeObjects() {}

  /** Where the content of a column is. */
  private enum Content {
    OBJECT_OF_TEXT,
    OBJECT_OF_BYTES,
    TEXT,
    BYTES,
    OTHER
  }

  /**
   * The expression that moves the content; null where none has to be moved.
   *
   * @param column the column, as SQL
   */
  static @Nullable String moved(String column, ColumnType from, ColumnType to) {
    Content source = content(from);
    Content target = content(to);
    if (source == Content.OBJECT_OF_TEXT && target == Content.TEXT) {
      return "convert_from(lo_get(" + column + "), 'UTF8')";
    }
    if (source == Content.OBJECT_OF_BYTES && target == Content.BYTES) {
      return "lo_get(" + column + ")";
    }
    if (source == Content.TEXT && target == Content.OBJECT_OF_TEXT) {
      return "lo_from_bytea(0, convert_to(" + column + ", 'UTF8'))";
    }
    return source == Content.BYTES && target == Content.OBJECT_OF_BYTES
        ? "lo_from_bytea(0, " + column + ")"
        : null;
  }

  private static Content content(ColumnType type) {
    if (!(type instanceof ScalarType scalar)) {
      return Content.OTHER;
    }
    return switch (scalar.kind()) {
      case CLOB, NCLOB -> Content.OBJECT_OF_TEXT;
      case BLOB -> Content.OBJECT_OF_BYTES;
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT -> Content.TEXT;
      case BINARY, VARBINARY, BYTES -> Content.BYTES;
      default -> Content.OTHER;
    };
  }
}
