package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type that every database knows in some spelling.
 *
 * @param kind which one
 * @param length characters, bytes, digits of a number, or digits of a second's fraction, as the
 *     kind has it; null where none is given
 * @param scale digits after the decimal point; null where none is given or the kind has none
 */
public record ScalarType(Kind kind, @Nullable Integer length, @Nullable Integer scale)
    implements ColumnType {

  /** The kinds, after the codes of Hibernate's {@code SqlTypes}. */
  public enum Kind {
    BOOLEAN(0),
    TINYINT(0),
    SMALLINT(0),
    INTEGER(0),
    BIGINT(0),
    /** A binary floating point number of at least {@code length} bits. */
    FLOAT(1),
    REAL(0),
    DOUBLE(0),
    NUMERIC(2),
    DECIMAL(2),
    CHAR(1),
    VARCHAR(1),
    NCHAR(1),
    NVARCHAR(1),
    /** Characters of any length in the row ({@code SqlTypes.LONG32VARCHAR}). */
    TEXT(0),
    NTEXT(0),
    CLOB(0),
    NCLOB(0),
    BINARY(1),
    VARBINARY(1),
    /** Bytes of any length in the row ({@code SqlTypes.LONG32VARBINARY}). */
    BYTES(0),
    BLOB(0),
    DATE(0),
    TIME(1),
    TIME_TZ(1),
    /** A time kept in UTC ({@code SqlTypes.TIME_UTC}). */
    TIME_UTC(1),
    TIMESTAMP(1),
    TIMESTAMP_TZ(1),
    /** An instant kept in UTC ({@code SqlTypes.TIMESTAMP_UTC}). */
    TIMESTAMP_UTC(1),
    INTERVAL(2),
    UUID(0),
    JSON(0),
    XML(0),
    INET(0),
    GEOMETRY(0),
    GEOGRAPHY(0);

    private final int parameters;

    Kind(int parameters) {
      this.parameters = parameters;
    }

    /** How many numbers may follow the name: 0, 1 (length) or 2 (length and scale). */
    public int parameters() {
      return parameters;
    }
  }

  public ScalarType {
    requireNonNull(kind, "kind");
    boolean tooMany =
        length != null && kind.parameters < 1
            || scale != null && (kind.parameters < 2 || length == null);
    if (tooMany || length != null && length < 0) {
      throw new LimbeckException(
          "LMB-212",
          "The type " + kind + " does not take the numbers " + length + ", " + scale + ".");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.scalar(this);
  }

  /** The type as messages show it, such as {@code varchar(255)}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return length == null
        ? name
        : scale == null ? name + "(" + length + ")" : name + "(" + length + "," + scale + ")";
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ScalarType other
        && kind == other.kind
        && Objects.equals(length, other.length)
        && Objects.equals(scale, other.scale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, length, scale);
  }
}
