package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.VariantType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's types, spelled as Hibernate's {@code PostgreSQLDialect} spells them.
 *
 * <p>Kinds that PostgreSQL has no type of its own for fold: a tiny integer is a small one, all
 * binaries are {@code bytea}, all large objects {@code oid}. A date and time without digits has
 * six. Arrays have no number of dimensions.
 */
final class PostgresTypes implements TypeSystem {

  /** The greatest length that {@code varchar} takes; Hibernate goes on with {@code text}. */
  static final int LONGEST_VARCHAR = 10_485_760;

  private static final int SINGLE_PRECISION_BITS = 24;
  private static final int MOST_DIGITS_OF_SECOND = 6;

  private final IdentifierRules identifiers;

  /** Of a model with thousands of columns a few types are asked for, again and again. */
  private final Map<ColumnType, ColumnType> canonical = new ConcurrentHashMap<>();

  PostgresTypes(IdentifierRules identifiers) {
    this.identifiers = requireNonNull(identifiers, "identifiers");
  }

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
            return array.element() instanceof ArrayType inner
                ? array(inner)
                : render(array.element()) + " array";
          }

          @Override
          public String named(NamedType named) {
            return identifiers.render(named.name());
          }

          @Override
          public String nativeType(NativeType nativeType) {
            return nativeType.sql();
          }

          @Override
          public String variant(VariantType variant) {
            return render(variant.forDialect(PostgresDialect.NAME));
          }
        });
  }

  private String render(Kind kind, @Nullable Integer length, @Nullable Integer scale) {
    return switch (kind) {
      case BOOLEAN -> "boolean";
      case TINYINT, SMALLINT -> "smallint";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case FLOAT ->
          length != null && length <= SINGLE_PRECISION_BITS
              ? "float4"
              : "float" + numbers(length, null);
      case REAL -> "real";
      case DOUBLE -> "double precision";
      case NUMERIC -> "numeric" + numbers(length, scale);
      case DECIMAL -> "decimal" + numbers(length, scale);
      case CHAR, NCHAR -> "char" + numbers(length == null ? Integer.valueOf(1) : length, null);
      case VARCHAR, NVARCHAR ->
          length != null && length > LONGEST_VARCHAR ? "text" : "varchar" + numbers(length, null);
      case TEXT, NTEXT -> "text";
      // The driver's LOB interfaces work on large objects only.
      case CLOB, NCLOB, BLOB -> "oid";
      case BINARY, VARBINARY, BYTES -> "bytea";
      case DATE -> "date";
      case TIME, TIME_UTC -> "time" + numbers(length, null);
      case TIME_TZ -> "time" + numbers(length, null) + " with time zone";
      case TIMESTAMP -> "timestamp" + numbers(length, null);
      case TIMESTAMP_TZ, TIMESTAMP_UTC -> "timestamp" + numbers(length, null) + " with time zone";
      case INTERVAL ->
          "interval second"
              + numbers(scale == null ? null : Math.min(scale, MOST_DIGITS_OF_SECOND), null);
      case UUID -> "uuid";
      case JSON -> "jsonb";
      case XML -> "xml";
      case INET -> "inet";
      case GEOMETRY -> "geometry";
      case GEOGRAPHY -> "geography";
    };
  }

  private static String numbers(@Nullable Integer length, @Nullable Integer scale) {
    return length == null
        ? ""
        : scale == null ? "(" + length + ")" : "(" + length + "," + scale + ")";
  }

  @Override
  public ColumnType parse(String sql) {
    return new PostgresTypeParser(sql).type();
  }

  @Override
  public ColumnType canonical(ColumnType type) {
    return canonical.computeIfAbsent(type, TypeSystem.super::canonical);
  }

  @Override
  public boolean isSafeCast(ColumnType from, ColumnType to) {
    return PostgresCasts.isSafe(canonical(from), canonical(to));
  }

  /**
   * True where PostgreSQL converts a column of the first type to the second without being told how.
   * A cast that is written out would do harm there: it cuts texts that are too long, where the
   * conversion of its own refuses them.
   */
  boolean isAssignable(ColumnType from, ColumnType to) {
    return PostgresCasts.isAssignable(canonical(from), canonical(to));
  }

  static int digitsOfSecond(@Nullable Integer digits) {
    return digits == null ? MOST_DIGITS_OF_SECOND : Math.min(digits, MOST_DIGITS_OF_SECOND);
  }

  static Kind floatOf(@Nullable Integer bits) {
    return bits != null && bits <= SINGLE_PRECISION_BITS ? Kind.REAL : Kind.DOUBLE;
  }
}
