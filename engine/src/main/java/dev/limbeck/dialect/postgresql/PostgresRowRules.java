package dev.limbeck.dialect.postgresql;

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

/** Which values PostgreSQL refuses to convert, and which lose digits without a word. */
final class PostgresRowRules implements RowRules {
  /** Knows {@code pg_input_is_valid}. */
  private static final int TESTS_INPUT = 16;

  private static final Set<Kind> TIMES =
      EnumSet.of(Kind.TIME, Kind.TIME_TZ, Kind.TIMESTAMP, Kind.TIMESTAMP_TZ);

  private final PostgresRenderer sql;
  private final PostgresTypes types;
  private final PostgresConversions conversions;

  PostgresRowRules(PostgresRenderer sql, PostgresTypes types) {
    this.sql = sql;
    this.types = types;
    this.conversions = new PostgresConversions(types);
  }

  @Override
  public @Nullable String refused(String value, ColumnType from, ColumnType to, int majorVersion) {
    if (!(types.canonical(from) instanceof ScalarType a)
        || !(types.canonical(to) instanceof ScalarType b)
        || types.isSafeCast(from, to)) {
      return null;
    }
    if (isGuess(a, b)) {
      return "TRUE";
    }
    if (conversions.goesByText(from, to)) {
      return byText(value, b, majorVersion);
    }
    if (PostgresConversions.isBytes(a) && b.kind() == Kind.UUID) {
      return "octet_length(" + value + ") <> 16";
    }
    Integer room = ValueRanges.characters(b);
    if (room != null && a.kind() != Kind.BLOB) {
      return "length(rtrim(CAST(" + value + " AS text))) > " + room;
    }
    return ValueRanges.isNumber(a.kind()) ? number(value, a, b) : null;
  }

  /** True where a value could mean several of the other type: nobody said which. */
  private static boolean isGuess(ScalarType from, ScalarType to) {
    return ValueRanges.isText(from.kind()) && PostgresConversions.isBytes(to)
        || PostgresConversions.isBytes(from) && ValueRanges.isText(to.kind())
        || ValueRanges.isNumber(from.kind())
            && (TIMES.contains(to.kind()) || to.kind() == Kind.DATE);
  }

  private @Nullable String byText(String value, ScalarType to, int majorVersion) {
    String text = "CAST(" + value + " AS text)";
    if (majorVersion >= TESTS_INPUT) {
      return "NOT pg_input_is_valid(" + text + ", " + sql.literal(sql.type(to)) + ")";
    }
    if (ValueRanges.isWhole(to.kind())) {
      return text + " !~ '^\\s*[-+]?[0-9]+\\s*$'";
    }
    return switch (to.kind()) {
      case NUMERIC, REAL, DOUBLE ->
          text + " !~ '^\\s*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?\\s*$'";
      case UUID -> "replace(" + text + ", '-', '') !~ '^[{]?[0-9a-fA-F]{32}[}]?$'";
      default -> null;
    };
  }

  private static @Nullable String number(String value, ScalarType from, ScalarType to) {
    boolean whole = ValueRanges.isWhole(from.kind());
    if (ValueRanges.isWhole(to.kind())) {
      return whole && ValueRanges.bits(to.kind()) >= ValueRanges.bits(from.kind())
          ? null
          : (whole ? value : "round(CAST(" + value + " AS numeric))")
              + " NOT BETWEEN "
              + ValueRanges.bounds(to.kind());
    }
    String limit = to.kind() == Kind.NUMERIC ? ValueRanges.tooGreat(to) : null;
    return limit == null
        ? null
        : "abs(round(CAST(" + value + " AS numeric), " + ValueRanges.scale(to) + ")) >= " + limit;
  }

  @Override
  public @Nullable String shortened(String value, ColumnType from, ColumnType to) {
    if (!(types.canonical(from) instanceof ScalarType a)
        || !(types.canonical(to) instanceof ScalarType b)
        || types.isSafeCast(from, to)) {
      return null;
    }
    boolean digits =
        !ValueRanges.isWhole(a.kind())
            && ValueRanges.isNumber(a.kind())
            && (b.kind() == Kind.NUMERIC || ValueRanges.isWhole(b.kind()));
    boolean times = TIMES.contains(a.kind()) && a.kind() == b.kind();
    boolean dates =
        (a.kind() == Kind.TIMESTAMP || a.kind() == Kind.TIMESTAMP_TZ) && b.kind() == Kind.DATE;
    if (dates && a.kind() == Kind.TIMESTAMP_TZ) {
      return converted(value, from, to) + " <> " + value + " AT TIME ZONE 'UTC'";
    }
    return digits || times || dates
        ? "CAST(" + value + " AS " + sql.type(b) + ") <> " + value
        : null;
  }

  @Override
  public String converted(String value, ColumnType from, ColumnType to) {
    String conversion = conversions.using(value, from, to);
    return conversion == null ? "CAST(" + value + " AS " + sql.type(to) + ")" : conversion;
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
