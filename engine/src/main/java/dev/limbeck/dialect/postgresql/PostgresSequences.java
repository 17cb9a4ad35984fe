package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Sequence;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation.AlterSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that PostgreSQL gives a sequence where nobody says them, and what a change of one
 * takes.
 */
final class PostgresSequences {
  private PostgresSequences() {}

  /**
   * The sequence without the bounds that it would have anyway: from 1 to the greatest number of its
   * type where it rises, from -1 to the least where it falls.
   */
  static Sequence withoutUsualBounds(Sequence sequence, long leastOfType, long greatestOfType) {
    boolean rising = sequence.increment() > 0;
    long minimum = rising ? 1 : leastOfType;
    long maximum = rising ? greatestOfType : -1;
    return sequence.withBounds(
        sequence.minimum() != null && sequence.minimum() == minimum ? null : sequence.minimum(),
        sequence.maximum() != null && sequence.maximum() == maximum ? null : sequence.maximum());
  }

  /**
   * The sequence with the bound that it needs, because it starts beyond the usual one: its start,
   * as Hibernate has it.
   */
  static Sequence withNeededBounds(Sequence sequence) {
    boolean below = sequence.increment() > 0 && sequence.start() < 1;
    boolean above = sequence.increment() < 0 && sequence.start() > -1;
    return sequence.withBounds(
        below && sequence.minimum() == null ? Long.valueOf(sequence.start()) : sequence.minimum(),
        above && sequence.maximum() == null ? Long.valueOf(sequence.start()) : sequence.maximum());
  }

  /**
   * The statements for a change, the sequence's name as it stands in SQL.
   *
   * <p>Hibernate takes a number for the last of the ids that it may give out, or for the first, as
   * its optimizer is; the number that is next after a change has to lie behind the ids of both. So
   * it is the last number and the larger of the two increments. A sequence that nobody asked for a
   * number yet begins with its start, whatever that was before.
   */
  static List<String> change(String name, AlterSequence change) {
    String clauses =
        clause(change.increment(), " INCREMENT BY ", "")
            + clause(change.minimum(), " MINVALUE ", " NO MINVALUE")
            + clause(change.maximum(), " MAXVALUE ", " NO MAXVALUE")
            + clause(change.start(), " START WITH ", "")
            + clause(change.cache(), " CACHE ", "")
            + (change.cycle() == null
                ? ""
                : Boolean.TRUE.equals(change.cycle().to()) ? " CYCLE" : " NO CYCLE");
    List<String> statements = new ArrayList<>();
    if (!clauses.isEmpty()) {
      statements.add("ALTER SEQUENCE " + name + clauses);
    }
    long shift = shift(change.increment());
    if (shift != 0) {
      String shifted = shift > 0 ? "last_value + " + shift : "last_value - " + -shift;
      statements.add(setval(name, shifted, true) + " WHERE is_called");
    }
    Changed<Long> start = change.start();
    if (start != null && start.from() != null && start.to() != null) {
      statements.add(
          setval(name, start.to().toString(), false)
              + " WHERE NOT is_called AND last_value = "
              + start.from());
    }
    return statements;
  }

  /**
   * What lets a sequence go on behind values, as SQL that may be null, and behind its own numbers.
   *
   * @param values the least number that is behind the ids of each column
   */
  static String continueBehind(String name, long increment, List<String> values) {
    String own = "CASE WHEN is_called THEN last_value + " + increment + " ELSE last_value END, ";
    String farthest = increment > 0 ? "greatest" : "least";
    return setval(name, farthest + "(" + own + String.join(", ", values) + ")", false);
  }

  private static String setval(String name, String value, boolean called) {
    return "SELECT setval(tableoid::regclass, " + value + ", " + called + ") FROM " + name;
  }

  /** What is missing from the larger increment when the database adds the new one. */
  private static long shift(@Nullable Changed<Long> increment) {
    if (increment == null || increment.from() == null || increment.to() == null) {
      return 0;
    }
    long from = increment.from();
    long to = increment.to();
    boolean smaller = from > 0 ? to > 0 && to < from : to < 0 && to > from;
    return smaller ? from - to : 0;
  }

  private static String clause(@Nullable Changed<Long> change, String words, String none) {
    return change == null ? "" : change.to() == null ? none : words + change.to();
  }
}
