package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row, independent of any dialect.
 *
 * @param kind what it is
 * @param text the value: numbers as in Java, times in ISO 8601, bytes in hexadecimal
 */
public record SqlValue(Kind kind, String text) {

  /** What values are. */
  public enum Kind {
    NULL,
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    TIME,
    /** A date and time of no zone. */
    TIMESTAMP,
    /** A moment, in UTC. */
    INSTANT,
    UUID,
    BYTES
  }

  /** No value. */
  public static final SqlValue NULL = new SqlValue(Kind.NULL, "");

  private static final int LAST_YEAR = 9999;

  public SqlValue {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /**
   * The value that Java has as null, {@link String}, a number, {@link Boolean}, {@link UUID},
   * bytes, or a type of {@code java.time}; a value that is one already.
   *
   * @throws LimbeckException LMB-212 for what no database keeps alike
   */
  public static SqlValue of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof SqlValue ready) {
      return ready;
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return text(value.toString());
    }
    if (value instanceof Boolean flag) {
      return new SqlValue(Kind.BOOLEAN, flag.toString());
    }
    if (value instanceof UUID uuid) {
      return new SqlValue(Kind.UUID, uuid.toString());
    }
    if (value instanceof byte[] bytes) {
      return new SqlValue(Kind.BYTES, HexFormat.of().formatHex(bytes));
    }
    return value instanceof Number number ? number(number) : time(value);
  }

  /** A value in the form of {@link #text}, for generated code. */
  public static SqlValue of(Kind kind, String text) {
    return new SqlValue(kind, text);
  }

  private static SqlValue text(String text) {
    boolean whole =
        text.codePoints()
            .noneMatch(
                each ->
                    each == 0
                        || each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    if (!whole) {
      throw refused("a text with a null character, or with half a character");
    }
    return new SqlValue(Kind.TEXT, text);
  }

  private static SqlValue number(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger) {
      return new SqlValue(Kind.NUMBER, number.toString());
    }
    if (number instanceof BigDecimal decimal) {
      return new SqlValue(Kind.NUMBER, decimal.toPlainString());
    }
    boolean floating = number instanceof Double || number instanceof Float;
    if (floating && Double.isFinite(number.doubleValue())) {
      return new SqlValue(Kind.NUMBER, number.toString());
    }
    throw refused(number.getClass().getName() + " " + number);
  }

  private static SqlValue time(Object value) {
    if (value instanceof LocalDate date) {
      return dated(Kind.DATE, date.getYear(), date);
    }
    if (value instanceof LocalTime) {
      return new SqlValue(Kind.TIME, value.toString());
    }
    if (value instanceof LocalDateTime dateTime) {
      return dated(Kind.TIMESTAMP, dateTime.getYear(), dateTime);
    }
    if (value instanceof OffsetDateTime moment) {
      return dated(Kind.INSTANT, moment.getYear(), moment.toInstant());
    }
    if (value instanceof ZonedDateTime moment) {
      return dated(Kind.INSTANT, moment.getYear(), moment.toInstant());
    }
    if (value instanceof Instant moment) {
      return dated(Kind.INSTANT, moment.atOffset(java.time.ZoneOffset.UTC).getYear(), moment);
    }
    throw refused(value.getClass().getName());
  }

  private static SqlValue dated(Kind kind, int year, Object value) {
    if (year < 1 || year > LAST_YEAR) {
      throw refused("the year " + year);
    }
    return new SqlValue(kind, value.toString());
  }

  private static LimbeckException refused(String what) {
    return new LimbeckException(
        "LMB-212",
        "A row cannot have "
            + what
            + ".\n  It takes texts, numbers, booleans, UUIDs, bytes, and dates and times of"
            + " java.time, of the years 1 to 9999.");
  }
}
