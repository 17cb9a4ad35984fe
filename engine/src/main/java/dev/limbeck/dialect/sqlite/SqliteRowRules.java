package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.RowRules;
import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.SqlExpression;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values do not become one of another type. SQLite itself would keep any value in any column,
 * for Hibernate to stumble over when it reads the row, and for other databases to refuse; so what
 * they refuse is refused here too.
 */
final class SqliteRowRules implements RowRules {
  private static final Set<Kind> BYTES =
      EnumSet.of(Kind.BINARY, Kind.VARBINARY, Kind.BYTES, Kind.BLOB);
  private static final Set<Kind> TIMES =
      EnumSet.of(
          Kind.DATE,
          Kind.TIME,
          Kind.TIME_TZ,
          Kind.TIME_UTC,
          Kind.TIMESTAMP,
          Kind.TIMESTAMP_TZ,
          Kind.TIMESTAMP_UTC);

  private final SqliteRenderer sql;

  SqliteRowRules(SqliteRenderer sql) {
    this.sql = sql;
  }

  @Override
  public @Nullable String refused(String value, ColumnType from, ColumnType to, int majorVersion) {
    if (!(from instanceof ScalarType a) || !(to instanceof ScalarType b)) {
      return null;
    }
    boolean text = ValueRanges.isText(a.kind());
    boolean number = ValueRanges.isNumber(a.kind());
    if (text && isBytes(b) || isBytes(a) && ValueRanges.isText(b.kind())) {
      return "1";
    }
    Integer room = ValueRanges.characters(b);
    if (room != null) {
      return text || number ? "length(rtrim(" + value + ")) > " + room : null;
    }
    if (ValueRanges.isNumber(b.kind())) {
      return text || number ? number(value, a, b) : noConversion(a, Kind.BOOLEAN, Kind.INTERVAL);
    }
    if (b.kind() == Kind.BOOLEAN) {
      return text
          ? "lower(trim(" + value + ")) NOT IN " + BooleanCopy.WORDS
          : number ? null : noConversion(a, Kind.BOOLEAN);
    }
    if (b.kind() == Kind.UUID) {
      return text
          ? "length(" + value + ") <> 36 OR unhex(" + value + ", '-') IS NULL"
          : BYTES.contains(a.kind()) ? "length(" + value + ") <> 16" : noConversion(a, Kind.UUID);
    }
    if (TIMES.contains(b.kind())) {
      return text
          ? isNoNumber(value) + " AND julianday(" + value + ") IS NULL"
          : TIMES.contains(a.kind()) ? null : noConversion(a);
    }
    return null;
  }

  /** Bytes can be a text in many ways, and nobody said which. */
  private static boolean isBytes(ScalarType type) {
    return type.kind() != Kind.BLOB && BYTES.contains(type.kind());
  }

  /** Every value is refused, but of these kinds. */
  private static @Nullable String noConversion(ScalarType from, Kind... but) {
    for (Kind kind : but) {
      if (from.kind() == kind) {
        return null;
      }
    }
    return "1";
  }

  private static @Nullable String number(String value, ScalarType from, ScalarType to) {
    String number = "CAST(" + value + " AS NUMERIC)";
    String range = null;
    if (ValueRanges.isWhole(to.kind())) {
      boolean wide =
          ValueRanges.isWhole(from.kind())
              && ValueRanges.bits(to.kind()) >= ValueRanges.bits(from.kind());
      range =
          wide || to.kind() == Kind.BIGINT
              ? null
              : "round(" + number + ") NOT BETWEEN " + ValueRanges.bounds(to.kind());
      if (ValueRanges.isText(from.kind())) {
        String broken = number + " <> CAST(" + number + " AS INTEGER)";
        range = range == null ? broken : broken + " OR " + range;
      }
    } else if (to.kind() == Kind.NUMERIC || to.kind() == Kind.DECIMAL) {
      String limit = ValueRanges.tooGreat(to);
      range =
          limit == null || from.equals(to)
              ? null
              : "abs(round(" + number + ", " + ValueRanges.scale(to) + ")) >= " + limit;
    }
    if (!ValueRanges.isText(from.kind())) {
      return range;
    }
    return range == null ? isNoNumber(value) : isNoNumber(value) + " OR " + range;
  }

  /** Compares as SQLite compares a text with a number: as one, if it is one. */
  private static String isNoNumber(String value) {
    return "NOT (CAST(" + value + " AS NUMERIC) = " + value + ")";
  }

  @Override
  public @Nullable String shortened(String value, ColumnType from, ColumnType to) {
    return WholeCopy.rounds(from, to) ? "round(" + value + ") <> " + value : null;
  }

  @Override
  public String converted(String value, ColumnType from, ColumnType to) {
    String stored = UuidCopy.converted(value, stored(value, from, to), from, to);
    return BooleanCopy.converted(value, WholeCopy.converted(value, stored, from, to), from, to);
  }

  private static String stored(String value, ColumnType from, ColumnType to) {
    if (from instanceof ScalarType a && to instanceof ScalarType b) {
      if (ValueRanges.isText(b.kind()) && ValueRanges.isNumber(a.kind())) {
        return "CAST(" + value + " AS TEXT)";
      }
      if (ValueRanges.isNumber(b.kind()) && ValueRanges.isText(a.kind())) {
        return "CAST(" + value + " AS NUMERIC)";
      }
    }
    return value;
  }

  @Override
  public String expression(SqlExpression expression) {
    return sql.expression(expression);
  }

  @Override
  public String condition(CheckCondition condition) {
    return sql.condition(condition);
  }
}
