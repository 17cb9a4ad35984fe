package dev.limbeck.codegen;

import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a change that rows can refuse: where the author says what becomes of them. An
 * empty table bears the change as it is.
 */
final class ReviewNote {
  /** A value that rows get which nobody chose for them. */
  static final String FILL = "Review: existing rows get this value.";

  /** Rows have to get a value. */
  static final String NO_VALUE =
      "Review: existing rows refuse this; .fill(\"…\") says what they get.";

  /** Rows with null have to get a value. */
  static final String NO_NULL =
      "Review: rows with null refuse this; .fill(\"…\") says what they get.";

  /** Values that the new type has no room for, or that are none of it. */
  static final String NO_ROOM =
      "Review: values that do not fit refuse this; .using(\"…\") says what becomes of them.";

  /** A formula takes the place of the values. */
  static final String COMPUTED =
      "Review: what the rows hold is lost; the database computes their values.";

  private static final int ROOM_FOR_A_TIME = 35;
  private static final int ROOM_FOR_A_FLOAT = 24;

  private ReviewNote() {}

  static @Nullable String of(AddColumn add) {
    Column column = add.column();
    if (add.fill() != null) {
      return FILL;
    }
    boolean valued =
        column.nullable() || column.defaultValue() != null || column.generation() != null;
    return valued ? null : NO_VALUE;
  }

  static @Nullable String of(AlterColumn change) {
    if (change.replacesValues()) {
      return COMPUTED;
    }
    if (change.fill() != null) {
      return FILL;
    }
    if (change.generation() != null) {
      return null;
    }
    if (change.nullable() != null && Boolean.FALSE.equals(change.nullable().to())) {
      return NO_NULL;
    }
    boolean narrows =
        change.type() != null
            && change.using() == null
            && change.type().from() instanceof ScalarType from
            && change.type().to() instanceof ScalarType to
            && !fits(from, to);
    return narrows ? NO_ROOM : null;
  }

  /** True where every value of the one type is one of the other, with all its digits. */
  static boolean fits(ColumnType from, ColumnType to) {
    return from instanceof ScalarType a && to instanceof ScalarType b && fits(a, b);
  }

  private static boolean fits(ScalarType from, ScalarType to) {
    Kind kind = to.kind();
    if (ValueRanges.isText(kind)) {
      Integer room = ValueRanges.characters(to);
      Integer needed = longest(from);
      return room == null || needed != null && needed <= room;
    }
    if (ValueRanges.isNumber(from.kind()) && ValueRanges.isNumber(kind)) {
      return fitsNumber(from, to);
    }
    if (from.kind() == kind) {
      return to.length() == null || from.length() != null && from.length() <= to.length();
    }
    return switch (kind) {
      case BOOLEAN -> ValueRanges.isNumber(from.kind());
      case TINYINT, SMALLINT, INTEGER, BIGINT, FLOAT, REAL, DOUBLE, NUMERIC, DECIMAL ->
          from.kind() == Kind.BOOLEAN;
      case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> isDate(from.kind());
      case TIME, TIME_TZ, TIME_UTC -> isTime(from.kind());
      case BINARY, VARBINARY, BYTES, BLOB -> isBytes(from.kind()) || from.kind() == Kind.UUID;
      default -> false;
    };
  }

  private static boolean fitsNumber(ScalarType from, ScalarType to) {
    boolean whole = ValueRanges.isWhole(from.kind());
    return switch (to.kind()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT ->
          whole && ValueRanges.bits(from.kind()) <= ValueRanges.bits(to.kind());
      case NUMERIC, DECIMAL -> to.length() == null || fitsDigits(from, to);
      default -> true;
    };
  }

  private static boolean fitsDigits(ScalarType from, ScalarType to) {
    int scale = ValueRanges.scale(to);
    Integer room = to.length() == null ? null : to.length() - scale;
    if (room == null) {
      return true;
    }
    if (ValueRanges.isWhole(from.kind())) {
      return digits(from.kind()) <= room;
    }
    return (from.kind() == Kind.NUMERIC || from.kind() == Kind.DECIMAL)
        && from.length() != null
        && ValueRanges.scale(from) <= scale
        && from.length() - ValueRanges.scale(from) <= room;
  }

  private static int digits(Kind whole) {
    return switch (ValueRanges.bits(whole)) {
      case 16 -> 5;
      case 32 -> 10;
      default -> 19;
    };
  }

  /** The most characters that a value's text has; null where there is no limit. */
  private static @Nullable Integer longest(ScalarType type) {
    Kind kind = type.kind();
    if (ValueRanges.isText(kind)) {
      return ValueRanges.characters(type);
    }
    if (ValueRanges.isWhole(kind)) {
      return digits(kind) + 1;
    }
    return switch (kind) {
      case BOOLEAN -> "false".length();
      case UUID -> 36;
      case NUMERIC, DECIMAL -> type.length() == null ? null : Integer.valueOf(type.length() + 2);
      case FLOAT, REAL, DOUBLE -> ROOM_FOR_A_FLOAT;
      default -> isDate(kind) || isTime(kind) ? Integer.valueOf(ROOM_FOR_A_TIME) : null;
    };
  }

  private static boolean isDate(Kind kind) {
    return switch (kind) {
      case DATE, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> true;
      default -> false;
    };
  }

  private static boolean isTime(Kind kind) {
    return switch (kind) {
      case TIME, TIME_TZ, TIME_UTC -> true;
      default -> false;
    };
  }

  private static boolean isBytes(Kind kind) {
    return switch (kind) {
      case BINARY, VARBINARY, BYTES, BLOB -> true;
      default -> false;
    };
  }
}
