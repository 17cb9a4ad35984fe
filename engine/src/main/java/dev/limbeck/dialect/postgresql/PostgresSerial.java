package dev.limbeck.dialect.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Types;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL makes of {@code serial}, which is no type but a way to say it: a whole number
 * that takes no null, and counts by a sequence of its own.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/datatype-numeric.html">the manual</a>.
 *
 * @param type the type that the column has
 */
record PostgresSerial(ColumnType type) {
  private static final int LONGEST_NAME = 63;
  private static final String SUFFIX = "_seq";

  /** What a spelling of a type stands for; null where it is another type. */
  static @Nullable PostgresSerial of(String type) {
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "serial", "serial4" -> new PostgresSerial(Types.integer());
      case "smallserial", "serial2" -> new PostgresSerial(Types.smallint());
      case "bigserial", "serial8" -> new PostgresSerial(Types.bigint());
      default -> null;
    };
  }

  /**
   * The word that makes a column which was read, with its sequence; null where it is none of these.
   *
   * @param read what was read together with it; a sequence in it belongs to no column
   */
  static @Nullable String saying(QualifiedName table, Column column, DatabaseModel read) {
    if (column.nullable() || column.generation() != null || column.defaultValue() == null) {
      return null;
    }
    for (String word : List.of("smallserial", "serial", "bigserial")) {
      PostgresSerial serial = requireNonNull(of(word), word);
      boolean own =
          serial.type().equals(column.type())
              && serial.defaultValue(table, column.name()).equals(column.defaultValue())
              && read.sequence(
                      table.withName(
                          Identifier.stored(sequence(table.name().key(), column.name().key()))))
                  == null;
      if (own) {
        return word;
      }
    }
    return null;
  }

  /** The default, where nothing else has the name that PostgreSQL gives the sequence. */
  SqlExpression defaultValue(QualifiedName table, Identifier column) {
    String name = sequence(table, column);
    return SqlExpression.of("nextval('" + name.replace("'", "''") + "'::regclass)");
  }

  /** The name of the sequence, where nothing else has it, as it stands in SQL. */
  static String sequence(QualifiedName table, Identifier column) {
    String text = quoted(sequence(table.name().key(), column.key()));
    return table.schema() == null ? text : quoted(table.schema().key()) + "." + text;
  }

  /** Cut as PostgreSQL cuts: the longer of the two parts first. */
  private static String sequence(String table, String column) {
    String first = table;
    String second = column;
    int room = LONGEST_NAME - SUFFIX.length() - 1;
    while (bytes(first) + bytes(second) > room) {
      if (bytes(first) > bytes(second)) {
        first = shorter(first);
      } else {
        second = shorter(second);
      }
    }
    return first + "_" + second + SUFFIX;
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static String shorter(String text) {
    return text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  /** The name as {@code quote_ident} shows it. */
  private static String quoted(String name) {
    boolean plain =
        name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')
            && !Character.isDigit(name.charAt(0));
    return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
