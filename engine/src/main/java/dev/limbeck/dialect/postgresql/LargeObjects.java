package dev.limbeck.dialect.postgresql;

import java.util.Set;
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
  private static final Set<String> TEXTS = Set.of("text", "varchar", "char");

  private LargeObjects() {}

  /** Where the content of a column is. */
  private enum Content {
    OBJECT,
    TEXT,
    BYTES,
    OTHER
  }

  /**
   * The expression that moves the content; null where none has to be moved. The catalog does not
   * tell whether an object holds text or bytes: what becomes text is read as text.
   *
   * @param column the column, as SQL
   * @param from its type, as PostgreSQL spells it
   * @param to its new type
   */
  static @Nullable String moved(String column, String from, String to) {
    Content source = content(from);
    Content target = content(to);
    if (source == Content.OBJECT && target == Content.TEXT) {
      return "convert_from(lo_get(" + column + "), 'UTF8')";
    }
    if (source == Content.OBJECT && target == Content.BYTES) {
      return "lo_get(" + column + ")";
    }
    if (source == Content.TEXT && target == Content.OBJECT) {
      return "lo_from_bytea(0, convert_to(" + column + ", 'UTF8'))";
    }
    return source == Content.BYTES && target == Content.OBJECT
        ? "lo_from_bytea(0, " + column + ")"
        : null;
  }

  private static Content content(String type) {
    if (type.equals("oid")) {
      return Content.OBJECT;
    }
    if (type.equals("bytea")) {
      return Content.BYTES;
    }
    int length = type.endsWith(")") ? type.indexOf('(') : type.length();
    return TEXTS.contains(type.substring(0, length)) ? Content.TEXT : Content.OTHER;
  }
}
