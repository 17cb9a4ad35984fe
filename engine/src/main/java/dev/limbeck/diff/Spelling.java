package dev.limbeck.diff;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ExpressionReader.Place;
import dev.limbeck.dialect.ExpressionReader.Question;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an expression that a database has stored is the one that a model wants: equal
 * tokens, else equal after the database spelled the wanted one, else after it read its own spelling
 * and spelled that. PostgreSQL does so with the checks and indexes of a column whose type changes,
 * and then puts the casts of a list elsewhere.
 *
 * <p>A text that holds more than one statement is no expression, and is never put to the database.
 *
 * <p>Comparing runs twice, where anything is undecided: the first time questions are only gathered,
 * then the database answers all of them at once.
 */
final class Spelling {
  private final Dialect dialect;
  private final Map<Question, Set<String>> questions = new LinkedHashMap<>();
  private final Map<Question, String> answers = new LinkedHashMap<>();
  private final Set<String> unverified = new LinkedHashSet<>();
  private boolean asked;
  private boolean undecided;

  Spelling(Dialect dialect) {
    this.dialect = dialect;
  }

  /** True when both are the same expression; null is none. */
  boolean same(
      Place place,
      Table wantedTable,
      @Nullable Identifier column,
      @Nullable SqlExpression stored,
      @Nullable SqlExpression wanted) {
    if (stored == null || wanted == null) {
      return stored == wanted;
    }
    String have = stored.forDialect(dialect.name());
    String want = wanted.forDialect(dialect.name());
    if (dialect.expressions().same(have, want)) {
      return true;
    }
    Question question = new Question(place, wantedTable, column, want);
    if (!asked) {
      undecided = true;
      if (SqlStatements.split(want).size() == 1) {
        questions.computeIfAbsent(question, any -> new LinkedHashSet<>()).add(have);
      }
      return false;
    }
    String answer = answers.get(question);
    if (answer == null) {
      unverified.add(wantedTable.name() + (column == null ? "" : "." + column) + ": " + want);
    }
    if (answer == null || dialect.expressions().same(have, answer)) {
      return answer != null;
    }
    String again = answers.get(readAgain(question, answer));
    return again != null && dialect.expressions().same(have, again);
  }

  /**
   * True when a stored default is the wanted one in the type that its column gets, too: as a date,
   * {@code '2020-02-29'} and {@code '2020-02-29 12:30:00'} are the same, as a timestamp they are
   * not.
   *
   * @param wantedTable the table with the new type
   */
  boolean staysDefault(
      Table wantedTable,
      Identifier column,
      @Nullable SqlExpression stored,
      @Nullable SqlExpression wanted) {
    if (stored == null || wanted == null) {
      return stored == wanted;
    }
    String have = dialect.expressions().asWritten(stored.forDialect(dialect.name()));
    String want = wanted.forDialect(dialect.name());
    if (dialect.expressions().same(have, want)
        || SqlStatements.split(have).size() != 1
        || SqlStatements.split(want).size() != 1) {
      return true;
    }
    Question kept = new Question(Place.DEFAULT, wantedTable, column, have);
    Question fresh = new Question(Place.DEFAULT, wantedTable, column, want);
    if (!asked) {
      undecided = true;
      questions.putIfAbsent(kept, new LinkedHashSet<>());
      questions.putIfAbsent(fresh, new LinkedHashSet<>());
      return false;
    }
    String wantedText = answers.get(fresh);
    String keptText = answers.get(kept);
    // A type that is only to come cannot be asked about.
    return wantedText == null
        || keptText != null && dialect.expressions().same(keptText, wantedText);
  }

  private static Question readAgain(Question question, String answer) {
    return new Question(question.place(), question.table(), question.column(), answer);
  }

  /** True where the first comparison left anything to ask, so that a second one is needed. */
  boolean undecided() {
    return undecided;
  }

  /**
   * Puts the gathered questions to the database; where it cannot be asked, nothing counts as equal
   * that is not so by its tokens.
   */
  void ask(@Nullable Connection connection) throws SQLException {
    asked = true;
    if (!questions.isEmpty() && connection != null) {
      answers.putAll(dialect.expressions().spelled(connection, List.copyOf(questions.keySet())));
      List<Question> again = new ArrayList<>();
      questions.forEach(
          (question, have) -> {
            String answer = answers.get(question);
            if (answer != null
                && have.stream().anyMatch(each -> !dialect.expressions().same(each, answer))) {
              again.add(readAgain(question, answer));
            }
          });
      if (!again.isEmpty()) {
        answers.putAll(dialect.expressions().spelled(connection, again));
      }
    }
  }

  /** What the database did not answer, a line for each. */
  List<String> unverified() {
    return new ArrayList<>(unverified);
  }
}
