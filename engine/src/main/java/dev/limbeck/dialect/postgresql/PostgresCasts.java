package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which types PostgreSQL converts into which, by its table {@code pg_cast}, and which of these lose
 * nothing. Types are canonical here.
 */
final class PostgresCasts {
  private static final Set<Kind> NUMBERS =
      EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.NUMERIC, Kind.REAL, Kind.DOUBLE);
  private static final Set<Kind> TEXTS = EnumSet.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT);

  /** The casts that an assignment takes by itself, beside those among numbers and to texts. */
  private static final Map<Kind, Set<Kind>> ASSIGNED = new EnumMap<>(Kind.class);

  static {
    ASSIGNED.put(Kind.SMALLINT, EnumSet.of(Kind.BLOB));
    ASSIGNED.put(Kind.INTEGER, EnumSet.of(Kind.BLOB));
    ASSIGNED.put(Kind.BIGINT, EnumSet.of(Kind.BLOB));
    ASSIGNED.put(Kind.BLOB, EnumSet.of(Kind.INTEGER, Kind.BIGINT));
    ASSIGNED.put(Kind.DATE, EnumSet.of(Kind.TIMESTAMP, Kind.TIMESTAMP_TZ));
    ASSIGNED.put(Kind.TIME, EnumSet.of(Kind.TIME_TZ, Kind.INTERVAL));
    ASSIGNED.put(Kind.TIME_TZ, EnumSet.of(Kind.TIME));
    ASSIGNED.put(Kind.TIMESTAMP, EnumSet.of(Kind.DATE, Kind.TIME, Kind.TIMESTAMP_TZ));
    ASSIGNED.put(Kind.TIMESTAMP_TZ, EnumSet.of(Kind.DATE, Kind.TIME, Kind.TIME_TZ, Kind.TIMESTAMP));
    ASSIGNED.put(Kind.INTERVAL, EnumSet.of(Kind.TIME));
  }

  private PostgresCasts() {}

  static boolean isAssignable(ColumnType from, ColumnType to) {
    if (from.equals(to)) {
      return true;
    }
    if (to instanceof ScalarType text && TEXTS.contains(text.kind())) {
      return true;
    }
    if (from instanceof ArrayType many && to instanceof ArrayType others) {
      return isAssignable(many.element(), others.element());
    }
    if (!(from instanceof ScalarType a) || !(to instanceof ScalarType b)) {
      return false;
    }
    return a.kind() == b.kind()
        || NUMBERS.contains(a.kind()) && NUMBERS.contains(b.kind())
        || ASSIGNED.getOrDefault(a.kind(), Set.of()).contains(b.kind());
  }

  static boolean isSafe(ColumnType from, ColumnType to) {
    if (from.equals(to)) {
      return true;
    }
    if (from instanceof ArrayType many && to instanceof ArrayType others) {
      return isSafe(many.element(), others.element());
    }
    return from instanceof ScalarType a && to instanceof ScalarType b && isSafe(a, b);
  }

  private static boolean isSafe(ScalarType from, ScalarType to) {
    return switch (from.kind()) {
      case SMALLINT ->
          holdsDigits(to, 5)
              || EnumSet.of(Kind.INTEGER, Kind.BIGINT, Kind.REAL, Kind.DOUBLE).contains(to.kind());
      case INTEGER ->
          holdsDigits(to, 10) || EnumSet.of(Kind.BIGINT, Kind.DOUBLE).contains(to.kind());
      case BIGINT -> holdsDigits(to, 19);
      case REAL -> to.kind() == Kind.DOUBLE;
      case NUMERIC -> to.kind() == Kind.NUMERIC && widensNumeric(from, to);
      case CHAR, VARCHAR, TEXT ->
          to.kind() == Kind.TEXT || to.kind() == Kind.VARCHAR && holds(to.length(), from);
      case TIME, TIME_TZ, TIMESTAMP, TIMESTAMP_TZ ->
          to.kind() == from.kind() && holds(to.length(), from);
      case INTERVAL ->
          to.kind() == Kind.INTERVAL
              && (to.scale() == null || from.scale() != null && to.scale() >= from.scale());
      default -> false;
    };
  }

  /** True where the second has room for all the characters or digits of the first. */
  private static boolean holds(@Nullable Integer room, ScalarType from) {
    return room == null || from.length() != null && room >= from.length();
  }

  private static boolean holdsDigits(ScalarType to, int digits) {
    return to.kind() == Kind.NUMERIC && (to.length() == null || to.length() - scale(to) >= digits);
  }

  private static boolean widensNumeric(ScalarType from, ScalarType to) {
    return to.length() == null
        || from.length() != null
            && scale(to) >= scale(from)
            && to.length() - scale(to) >= from.length() - scale(from);
  }

  private static int scale(ScalarType numeric) {
    return numeric.scale() == null ? 0 : numeric.scale();
  }
}
