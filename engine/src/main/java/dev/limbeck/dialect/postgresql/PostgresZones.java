package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Conversions between times with a zone and without. PostgreSQL's own casts take the zone of the
 * session, which is that of whoever deploys; here a time without a zone is one of UTC.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-ZONECONVERT">AT
 *     TIME ZONE</a>
 */
final class PostgresZones {
  private static final String UTC = " AT TIME ZONE 'UTC'";

  private PostgresZones() {}

  /**
   * The expression; null where no zone has part in it.
   *
   * @param value the old value, as SQL
   * @param from its type, canonical
   * @param to the new type, canonical
   * @param target the new type, as SQL
   */
  static @Nullable String converted(String value, ScalarType from, ScalarType to, String target) {
    Kind kind = to.kind();
    return switch (from.kind()) {
      case TIMESTAMP_TZ -> {
        String plain = value + UTC;
        if (kind == Kind.TIMESTAMP || kind == Kind.DATE || kind == Kind.TIME) {
          yield cast(plain, target);
        }
        if (kind == Kind.TIME_TZ) {
          yield cast(ofUtc(cast(plain, "time")), target);
        }
        yield ValueRanges.isText(kind) ? ofUtc(plain) : null;
      }
      case TIME_TZ -> kind == Kind.TIME ? cast(value + UTC, target) : null;
      case TIMESTAMP -> kind == Kind.TIMESTAMP_TZ ? cast(value + UTC, target) : null;
      case DATE -> kind == Kind.TIMESTAMP_TZ ? cast(cast(value, "timestamp") + UTC, target) : null;
      case TIME -> kind == Kind.TIME_TZ ? cast(ofUtc(value), target) : null;
      default -> null;
    };
  }

  /** The text of a time without a zone, with one. */
  private static String ofUtc(String value) {
    return cast(value, "text") + " || '+00'";
  }

  private static String cast(String value, String type) {
    return "CAST(" + value + " AS " + type + ")";
  }
}
