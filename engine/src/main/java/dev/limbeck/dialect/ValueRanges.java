package dev.limbeck.dialect;

import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What types have room for, and which are of a kind. */
public final class ValueRanges {
  private static final Set<Kind> WHOLE =
      EnumSet.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
  private static final Set<Kind> NUMBERS =
      EnumSet.of(
          Kind.TINYINT,
          Kind.SMALLINT,
          Kind.INTEGER,
          Kind.BIGINT,
          Kind.FLOAT,
          Kind.REAL,
          Kind.DOUBLE,
          Kind.NUMERIC,
          Kind.DECIMAL);
  private static final Set<Kind> TEXTS =
      EnumSet.of(
          Kind.CHAR,
          Kind.VARCHAR,
          Kind.NCHAR,
          Kind.NVARCHAR,
          Kind.TEXT,
          Kind.NTEXT,
          Kind.CLOB,
          Kind.NCLOB);

  private ValueRanges() {}

  /** True for whole numbers. */
  public static boolean isWhole(Kind kind) {
    return WHOLE.contains(kind);
  }

  /** True for numbers of any kind. */
  public static boolean isNumber(Kind kind) {
    return NUMBERS.contains(kind);
  }

  /** True for texts of any kind. */
  public static boolean isText(Kind kind) {
    return TEXTS.contains(kind);
  }

  /** How many bits a whole number has; the smallest has those of {@code smallint} everywhere. */
  public static int bits(Kind whole) {
    return switch (whole) {
      case BIGINT -> 64;
      case INTEGER -> 32;
      default -> 16;
    };
  }

  /** {@code least AND greatest} of a whole number. */
  public static String bounds(Kind whole) {
    BigInteger beyond = BigInteger.ONE.shiftLeft(bits(whole) - 1);
    return beyond.negate() + " AND " + beyond.subtract(BigInteger.ONE);
  }

  /** How many characters a text may have; null where there is no limit. */
  public static @Nullable Integer characters(ScalarType type) {
    return switch (type.kind()) {
      case CHAR, NCHAR -> type.length() == null ? Integer.valueOf(1) : type.length();
      case VARCHAR, NVARCHAR -> type.length();
      default -> null;
    };
  }

  /** How many digits a decimal number has behind the point. */
  public static int scale(ScalarType decimal) {
    return decimal.scale() == null ? 0 : decimal.scale();
  }

  /**
   * The least number that a decimal type has no room for, such as {@code 1e3} for {@code
   * numeric(5,2)}; null where there is none.
   */
  public static @Nullable String tooGreat(ScalarType decimal) {
    return decimal.length() == null ? null : "1e" + (decimal.length() - scale(decimal));
  }
}
