package dev.limbeck.testing.random;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.VariantType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of columns, as plain texts that mean the same whatever the type: {@code 1} is a number, a
 * text and true.
 */
final class Values {
  private static final List<String> DIGITS = List.of("1", "2", "3", "4");
  private static final List<String> DATES = List.of("2020-01-05", "2021-06-30", "1999-12-31");
  private static final List<String> MIDNIGHTS = DATES.stream().map(d -> d + " 00:00:00").toList();
  private static final List<String> UUIDS =
      Stream.of("1", "a", "f").map(d -> d.repeat(8) + "-0000-4000-8000-" + d.repeat(12)).toList();

  private Values() {}

  /** Distinct values that any column of the type takes; empty where none comes to mind. */
  static List<String> of(ColumnType type, DatabaseModel model) {
    return switch (Family.of(type)) {
      case WHOLE, DECIMAL, FLOATING, INTERVAL -> DIGITS;
      case TEXT -> List.of("a", "b", "1", "é");
      case BOOL -> List.of("0", "1");
      case DATE -> ((ScalarType) type).kind() == ScalarType.Kind.DATE ? DATES : MIDNIGHTS;
      case TIME -> List.of("12:30:00", "00:00:01", "23:59:59");
      case UUID -> UUIDS;
      case JSON -> List.of("{\"a\": 1}", "[]", "\"text\"");
      case XML -> List.of("<a/>", "<b>x</b>");
      case INET -> List.of("10.0.0.1", "10.0.0.2", "::1");
      case BYTES, BLOB -> List.of("a", "b", "\u0001");
      case CLOB -> List.of("one", "two", "it's");
      case ARRAY -> array((ArrayType) type, model);
      case NAMED -> named((NamedType) type, model);
      case OWN -> own(type);
    };
  }

  private static List<String> named(NamedType type, DatabaseModel model) {
    EnumType labels = model.enumType(type.name());
    Domain domain = model.domain(type.name());
    return labels != null ? labels.labels() : domain != null ? of(domain.type(), model) : List.of();
  }

  private static List<String> array(ArrayType type, DatabaseModel model) {
    if (type.element() instanceof NamedType named) {
      List<String> labels = named(named, model);
      return List.of("{}", Labels.array(labels), Labels.array(labels.subList(0, 1)));
    }
    return List.of("{}", element(type));
  }

  private static String element(ArrayType array) {
    if (array.element() instanceof ArrayType inner) {
      return "{" + element(inner) + "}";
    }
    return "{" + String.join(",", of(array.element(), DatabaseModel.empty()).subList(0, 2)) + "}";
  }

  private static List<String> own(ColumnType type) {
    if (type instanceof VariantType) {
      return List.of("a", "b");
    }
    return switch (type instanceof NativeType own ? own.sql() : "") {
      case "int4range" -> List.of("[1,3)", "[5,7)");
      case "tsvector", "text" -> List.of("'a'", "'b'");
      case "bit varying(7)" -> List.of("101", "0");
      case "macaddr" -> List.of("08:00:2b:01:02:03");
      case "point" -> List.of("(1,2)");
      case "mediumint unsigned" -> DIGITS;
      default -> List.of();
    };
  }

  /**
   * Values that are the same again after they were of the other type; null where there may be none,
   * or where a database does not convert them.
   */
  static @Nullable List<String> common(ColumnType type, ColumnType other) {
    Family from = Family.of(type);
    Family to = Family.of(other);
    if (type.equals(other)) {
      return null;
    }
    if (from.isNumber() && to.isNumber()) {
      return DIGITS;
    }
    if (from == to) {
      return switch (from) {
        case TEXT -> List.of("a", "b", "1");
        case DATE -> isDay(type) ? DATES : isDay(other) ? MIDNIGHTS : MIDNIGHTS;
        case INTERVAL -> DIGITS;
        case TIME -> List.of("12:30:00", "00:00:01", "23:59:59");
        case BYTES -> List.of("a", "b");
        default -> null;
      };
    }
    if (from == Family.TEXT) {
      return isRoomy(type) ? asText(other) : null;
    }
    if (to == Family.TEXT) {
      return isRoomy(other) ? asText(type) : null;
    }
    return null;
  }

  private static @Nullable List<String> asText(ColumnType type) {
    return switch (Family.of(type)) {
      case WHOLE -> DIGITS;
      case DATE -> isDay(type) ? DATES : null;
      case UUID -> UUIDS;
      default -> null;
    };
  }

  private static boolean isDay(ColumnType type) {
    return type instanceof ScalarType scalar && scalar.kind() == ScalarType.Kind.DATE;
  }

  private static boolean isRoomy(ColumnType type) {
    ScalarType text = (ScalarType) type;
    return text.kind() != ScalarType.Kind.CHAR
        && text.kind() != ScalarType.Kind.NCHAR
        && (text.length() == null || text.length() >= 36);
  }

  /** The value in SQL. */
  static String literal(ColumnType type, String dialect, String value) {
    boolean postgres = dialect.equals("postgresql");
    String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    return switch (Family.of(type)) {
      case WHOLE, DECIMAL, FLOATING -> value;
      case BOOL -> postgres ? (value.equals("1") ? "true" : "false") : value;
      case INTERVAL -> postgres ? "'" + value + " seconds'" : value;
      case UUID -> postgres ? Sql.text(value) : "x'" + value.replace("-", "") + "'";
      case BYTES -> postgres ? "'\\x" + hex + "'" : "x'" + hex + "'";
      case CLOB -> postgres ? "lo_from_bytea(0, '\\x" + hex + "')" : Sql.text(value);
      case BLOB -> postgres ? "lo_from_bytea(0, '\\x" + hex + "')" : "x'" + hex + "'";
      case INET, ARRAY -> postgres ? Sql.text(value) : "x'" + hex + "'";
      default -> Sql.text(value);
    };
  }

  /** The plain value that a default gives every row; null where only the database knows it. */
  static @Nullable String ofDefault(String sql) {
    String text = sql.strip();
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? "1" : "0";
    }
    if (text.startsWith("'") && text.endsWith("'")) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    return Objects.equals(text, "(3)")
        ? "3"
        : text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9') ? text : null;
  }
}
