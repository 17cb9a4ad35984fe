package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Sequence;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation.AlterSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence in the form in which Hibernate emulates one: a table {@code (next_val bigint)} whose
 * only row holds the next number.
 */
final class EmulatedSequence {
  private static final String COLUMN = "next_val";

  private EmulatedSequence() {}

  /** True where a table has exactly this form. */
  static boolean isOne(StoredTable table) {
    if (table.columns().size() != 1
        || !table.constraints().isEmpty()
        || table.strict()
        || table.withoutRowid()) {
      return false;
    }
    StoredTable.Column column = table.columns().get(0);
    return column.name().text().equalsIgnoreCase(COLUMN)
        && column.type().equalsIgnoreCase("bigint")
        && !column.notNull()
        && column.defaultValue() == null
        && column.generation() == null
        && column.collation() == null;
  }

  /** What creates one under a name, as it stands in SQL. */
  static List<String> create(String name, long start) {
    return List.of(
        "CREATE TABLE " + name + " (" + COLUMN + " bigint)",
        "INSERT INTO " + name + " (" + COLUMN + ") VALUES (" + start + ")");
  }

  /**
   * What follows a change under a name, as it stands in SQL; empty where the next number stays.
   *
   * <p>Hibernate takes the next number for the last of the ids that it may give out, or for the
   * first, as its optimizer is. After the change neither may lead to ids that are in use: where
   * blocks become larger, the next one begins at the number that is next now. Only a number that is
   * still the start stays, or becomes the new start; where the start is not known, it is 1.
   */
  static List<String> change(String name, AlterSequence change) {
    long shift = shift(change.increment());
    Changed<Long> start = change.start();
    long from = start == null || start.from() == null ? 1 : start.from();
    long to = start == null || start.to() == null ? from : start.to();
    String update = "UPDATE " + name + " SET " + COLUMN + " = ";
    String shifted = COLUMN + " + " + shift;
    if (from == to) {
      return shift == 0
          ? List.of()
          : List.of(update + shifted + " WHERE " + COLUMN + " <> " + from);
    }
    String fresh = COLUMN + " = " + from;
    return List.of(
        shift == 0
            ? update + to + " WHERE " + fresh
            : update + "CASE WHEN " + fresh + " THEN " + to + " ELSE " + shifted + " END");
  }

  /**
   * What lets one go on behind values, as SQL that may be null, and behind its own next number.
   *
   * @param values the least number that is behind the ids of each column
   */
  static String continueBehind(String name, Sequence sequence, List<String> values) {
    StringBuilder all = new StringBuilder(COLUMN);
    values.forEach(
        value -> all.append(", coalesce(").append(value).append(", ").append(COLUMN).append(")"));
    String farthest = sequence.increment() > 0 ? "max" : "min";
    return "UPDATE " + name + " SET " + COLUMN + " = " + farthest + "(" + all + ")";
  }

  private static long shift(@Nullable Changed<Long> increment) {
    if (increment == null || increment.from() == null || increment.to() == null) {
      return 0;
    }
    boolean larger = increment.from() > 0 && increment.to() > increment.from();
    return larger ? increment.to() - 1 : 0;
  }
}
