package dev.limbeck.model;

import dev.limbeck.model.ScalarType.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that revisions write, for a static import.
 *
 * <p>They are neutral: {@code uuid()} is PostgreSQL's {@code uuid} and SQLite's {@code blob}, as
 * Hibernate's dialects have it.
 */
public final class Types {
  private Types() {}

  public static ColumnType bool() {
    return scalar(Kind.BOOLEAN);
  }

  public static ColumnType tinyint() {
    return scalar(Kind.TINYINT);
  }

  public static ColumnType smallint() {
    return scalar(Kind.SMALLINT);
  }

  public static ColumnType integer() {
    return scalar(Kind.INTEGER);
  }

  public static ColumnType bigint() {
    return scalar(Kind.BIGINT);
  }

  /** A binary floating point number of at least so many bits. */
  public static ColumnType floating(int bits) {
    return new ScalarType(Kind.FLOAT, bits, null);
  }

  public static ColumnType real() {
    return scalar(Kind.REAL);
  }

  public static ColumnType doublePrecision() {
    return scalar(Kind.DOUBLE);
  }

  public static ColumnType numeric() {
    return scalar(Kind.NUMERIC);
  }

  public static ColumnType numeric(int precision) {
    return new ScalarType(Kind.NUMERIC, precision, null);
  }

  public static ColumnType numeric(int precision, int scale) {
    return new ScalarType(Kind.NUMERIC, precision, scale);
  }

  public static ColumnType decimal() {
    return scalar(Kind.DECIMAL);
  }

  public static ColumnType decimal(int precision) {
    return new ScalarType(Kind.DECIMAL, precision, null);
  }

  public static ColumnType decimal(int precision, int scale) {
    return new ScalarType(Kind.DECIMAL, precision, scale);
  }

  /** Exactly so many characters. */
  public static ColumnType character(int length) {
    return new ScalarType(Kind.CHAR, length, null);
  }

  public static ColumnType varchar() {
    return scalar(Kind.VARCHAR);
  }

  public static ColumnType varchar(int length) {
    return new ScalarType(Kind.VARCHAR, length, null);
  }

  public static ColumnType ncharacter(int length) {
    return new ScalarType(Kind.NCHAR, length, null);
  }

  public static ColumnType nvarchar(int length) {
    return new ScalarType(Kind.NVARCHAR, length, null);
  }

  /** Characters of any length. */
  public static ColumnType text() {
    return scalar(Kind.TEXT);
  }

  public static ColumnType ntext() {
    return scalar(Kind.NTEXT);
  }

  public static ColumnType clob() {
    return scalar(Kind.CLOB);
  }

  public static ColumnType nclob() {
    return scalar(Kind.NCLOB);
  }

  public static ColumnType binary(int length) {
    return new ScalarType(Kind.BINARY, length, null);
  }

  public static ColumnType varbinary() {
    return scalar(Kind.VARBINARY);
  }

  public static ColumnType varbinary(int length) {
    return new ScalarType(Kind.VARBINARY, length, null);
  }

  /** Bytes of any length. */
  public static ColumnType bytes() {
    return scalar(Kind.BYTES);
  }

  public static ColumnType blob() {
    return scalar(Kind.BLOB);
  }

  public static ColumnType date() {
    return scalar(Kind.DATE);
  }

  public static ColumnType time() {
    return scalar(Kind.TIME);
  }

  /** A time of day with so many digits of a second's fraction. */
  public static ColumnType time(int digits) {
    return new ScalarType(Kind.TIME, digits, null);
  }

  public static ColumnType timeTz(int digits) {
    return new ScalarType(Kind.TIME_TZ, digits, null);
  }

  public static ColumnType timeUtc(int digits) {
    return new ScalarType(Kind.TIME_UTC, digits, null);
  }

  public static ColumnType timestamp() {
    return scalar(Kind.TIMESTAMP);
  }

  /** A date and time without zone, with so many digits of a second's fraction. */
  public static ColumnType timestamp(int digits) {
    return new ScalarType(Kind.TIMESTAMP, digits, null);
  }

  public static ColumnType timestampTz() {
    return scalar(Kind.TIMESTAMP_TZ);
  }

  public static ColumnType timestampTz(int digits) {
    return new ScalarType(Kind.TIMESTAMP_TZ, digits, null);
  }

  /** An instant kept in UTC. */
  public static ColumnType timestampUtc(int digits) {
    return new ScalarType(Kind.TIMESTAMP_UTC, digits, null);
  }

  public static ColumnType interval(int precision, int scale) {
    return new ScalarType(Kind.INTERVAL, precision, scale);
  }

  public static ColumnType uuid() {
    return scalar(Kind.UUID);
  }

  public static ColumnType json() {
    return scalar(Kind.JSON);
  }

  public static ColumnType xml() {
    return scalar(Kind.XML);
  }

  public static ColumnType inet() {
    return scalar(Kind.INET);
  }

  public static ColumnType geometry() {
    return scalar(Kind.GEOMETRY);
  }

  public static ColumnType geography() {
    return scalar(Kind.GEOGRAPHY);
  }

  public static ColumnType array(ColumnType element) {
    return new ArrayType(element);
  }

  /** An enumerated type or a domain of the schema. */
  public static ColumnType named(String name) {
    return new NamedType(QualifiedName.parse(name));
  }

  /** A type in its database's own words. */
  public static ColumnType nativeType(String sql) {
    return new NativeType(sql);
  }

  /** The first type, but the second on one dialect. */
  public static ColumnType varying(ColumnType otherwise, String dialect, ColumnType there) {
    return new VariantType(otherwise, Map.of(dialect, there));
  }

  /** The first type, but others on two dialects. */
  public static ColumnType varying(
      ColumnType otherwise,
      String dialect,
      ColumnType there,
      String secondDialect,
      ColumnType thereSecond) {
    return new VariantType(otherwise, Map.of(dialect, there, secondDialect, thereSecond));
  }

  /** The first type, but others on the dialects that the map names. */
  public static ColumnType varying(ColumnType otherwise, Map<String, ColumnType> byDialect) {
    return new VariantType(otherwise, byDialect);
  }

  /** A type of this kind. */
  public static ColumnType scalar(Kind kind) {
    return new ScalarType(kind, null, null);
  }

  /** A type of this kind, with its numbers where they are given. */
  public static ColumnType scalar(Kind kind, @Nullable Integer length, @Nullable Integer scale) {
    return new ScalarType(kind, length, scale);
  }
}
