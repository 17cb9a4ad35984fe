package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Types;
import dev.limbeck.model.VariantType;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's types, spelled as Hibernate's {@code SQLiteDialect} spells them.
 *
 * <p>To SQLite a declared type is a text that hints at a storage class; it is kept verbatim all the
 * same, and compared as such. Kinds for which Hibernate has the same word are one: every binary,
 * UUID and array is {@code blob}, every unlimited text, JSON and XML {@code clob}, every date with
 * time {@code timestamp}. A value of an enumerated type is a {@code varchar(255)}.
 */
final class SqliteTypes implements TypeSystem {
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("boolean", Kind.BOOLEAN),
          Map.entry("tinyint", Kind.TINYINT),
          Map.entry("smallint", Kind.SMALLINT),
          Map.entry("integer", Kind.INTEGER),
          Map.entry("int", Kind.INTEGER),
          Map.entry("bigint", Kind.BIGINT),
          Map.entry("float", Kind.FLOAT),
          Map.entry("real", Kind.REAL),
          Map.entry("double precision", Kind.DOUBLE),
          Map.entry("double", Kind.DOUBLE),
          Map.entry("numeric", Kind.NUMERIC),
          Map.entry("decimal", Kind.DECIMAL),
          Map.entry("char", Kind.CHAR),
          Map.entry("character", Kind.CHAR),
          Map.entry("varchar", Kind.VARCHAR),
          Map.entry("character varying", Kind.VARCHAR),
          Map.entry("nchar", Kind.NCHAR),
          Map.entry("nvarchar", Kind.NVARCHAR),
          Map.entry("clob", Kind.CLOB),
          Map.entry("nclob", Kind.NCLOB),
          Map.entry("blob", Kind.BLOB),
          Map.entry("date", Kind.DATE),
          Map.entry("time", Kind.TIME),
          Map.entry("timestamp", Kind.TIMESTAMP));

  /** Kinds whose declaration in SQLite has no numbers, though the neutral type may. */
  private static final Set<Kind> WITHOUT_NUMBERS = Set.of(Kind.FLOAT, Kind.TIMESTAMP, Kind.BLOB);

  private static final List<Kind> WHOLE_NUMBERS =
      List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

  @Override
  public String render(ColumnType type) {
    return type.accept(
        new ColumnType.Visitor<>() {
          @Override
          public String scalar(ScalarType scalar) {
            return render(scalar.kind(), scalar.length(), scalar.scale());
          }

          @Override
          public String array(ArrayType array) {
            return "blob";
          }

          @Override
          public String named(NamedType named) {
            return "varchar(255)";
          }

          @Override
          public String nativeType(NativeType nativeType) {
            return nativeType.sql();
          }

          @Override
          public String variant(VariantType variant) {
            return render(variant.forDialect(SqliteDialect.NAME));
          }
        });
  }

  private static String render(Kind kind, @Nullable Integer length, @Nullable Integer scale) {
    return switch (kind) {
      case BOOLEAN -> "boolean";
      case TINYINT -> "tinyint";
      case SMALLINT -> "smallint";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case FLOAT -> "float";
      case REAL -> "real";
      case DOUBLE -> "double precision";
      case NUMERIC -> "numeric" + precision(length, scale);
      case DECIMAL -> "decimal" + precision(length, scale);
      case CHAR -> "char" + digits(length == null ? Integer.valueOf(1) : length);
      case NCHAR -> "nchar" + digits(length == null ? Integer.valueOf(1) : length);
      case VARCHAR -> "varchar" + digits(length);
      case NVARCHAR -> "nvarchar" + digits(length);
      case TEXT, CLOB, JSON, XML -> "clob";
      case NTEXT, NCLOB -> "nclob";
      case BINARY, VARBINARY, BYTES, BLOB, UUID, INET, GEOMETRY, GEOGRAPHY -> "blob";
      case DATE -> "date";
      case TIME, TIME_UTC -> "time" + digits(length);
      case TIME_TZ -> "time";
      case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> "timestamp";
      // The nanoseconds of a Duration.
      case INTERVAL -> "numeric(21,0)";
    };
  }

  private static String digits(@Nullable Integer length) {
    return length == null ? "" : "(" + length + ")";
  }

  private static String precision(@Nullable Integer length, @Nullable Integer scale) {
    return length == null ? "" : "(" + length + "," + (scale == null ? 0 : scale) + ")";
  }

  /**
   * Reads a declared type. A word that Hibernate never writes, such as {@code text}, is a type of
   * its own, so that it is written again as it is; a column without a type has the empty one.
   */
  @Override
  public ColumnType parse(String sql) {
    StringBuilder name = new StringBuilder();
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    int at = 0;
    while (at < tokens.size() && tokens.get(at).kind() == SqlToken.Kind.WORD) {
      name.append(name.isEmpty() ? "" : " ").append(tokens.get(at).text().toLowerCase(Locale.ROOT));
      at++;
    }
    Kind kind = KINDS.get(name.toString());
    ColumnType type = kind == null ? null : numbered(kind, tokens.subList(at, tokens.size()));
    return type == null ? new NativeType(sql.strip()) : type;
  }

  /** The type with the numbers in parentheses; null where they do not suit the kind. */
  private static @Nullable ColumnType numbered(Kind kind, List<SqlToken> tokens) {
    if (tokens.isEmpty()) {
      boolean single = kind == Kind.CHAR || kind == Kind.NCHAR;
      return Types.scalar(kind, single ? 1 : null, null);
    }
    boolean scaled = tokens.size() == 5 && tokens.get(2).isSymbol(",");
    if (WITHOUT_NUMBERS.contains(kind)
        || !(tokens.size() == 3 || scaled)
        || !tokens.get(0).isSymbol("(")
        || !tokens.get(tokens.size() - 1).isSymbol(")")) {
      return null;
    }
    Integer length = number(tokens.get(1));
    Integer scale = scaled ? number(tokens.get(3)) : null;
    if (length == null || scaled && scale == null || kind.parameters() < (scaled ? 2 : 1)) {
      return null;
    }
    return Types.scalar(
        kind, length, scale == null && kind.parameters() == 2 ? Integer.valueOf(0) : scale);
  }

  private static @Nullable Integer number(SqlToken token) {
    String text = token.text();
    boolean small = text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return small ? Integer.valueOf(text) : null;
  }

  @Override
  public boolean isSafeCast(ColumnType from, ColumnType to) {
    ColumnType before = canonical(from);
    ColumnType after = canonical(to);
    if (before.equals(after)) {
      return true;
    }
    if (!(before instanceof ScalarType a) || !(after instanceof ScalarType b)) {
      return false;
    }
    if (isText(a.kind()) && isText(b.kind())) {
      return b.length() == null || a.length() != null && a.length() <= b.length();
    }
    if (WHOLE_NUMBERS.contains(a.kind())) {
      return WHOLE_NUMBERS.indexOf(a.kind()) <= WHOLE_NUMBERS.indexOf(b.kind())
          || isDecimal(b.kind()) && b.length() == null;
    }
    if (isDecimal(a.kind()) && isDecimal(b.kind())) {
      return b.length() == null
          || a.length() != null
              && a.scale() <= b.scale()
              && a.length() - a.scale() <= b.length() - b.scale();
    }
    return isFloating(a.kind()) && isFloating(b.kind());
  }

  static boolean isText(Kind kind) {
    return switch (kind) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, CLOB, NCLOB -> true;
      default -> false;
    };
  }

  private static boolean isDecimal(Kind kind) {
    return kind == Kind.NUMERIC || kind == Kind.DECIMAL;
  }

  /** All of them are eight bytes in SQLite. */
  private static boolean isFloating(Kind kind) {
    return kind == Kind.FLOAT || kind == Kind.REAL || kind == Kind.DOUBLE;
  }
}
