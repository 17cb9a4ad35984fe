package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.CheckConditionParser;
import dev.limbeck.dialect.ExpressionReader;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the server how it spells expressions: it creates them on temporary tables and reads them
 * back. All of them at once where they are right; where one is not, the halves are asked again,
 * down to the one that the server refuses.
 */
final class PostgresExpressions implements ExpressionReader {

  /** No use in asking again: a server that only reads, a missing privilege. */
  private static final Set<String> HOPELESS = Set.of("25006", "42501");

  private final PostgresRenderer sql;

  PostgresExpressions(PostgresRenderer sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public CheckCondition condition(Table table, String condition) {
    return CheckConditionParser.parse(table, condition);
  }

  @Override
  public String asWritten(String stored) {
    return CastLiteral.uncast(stored);
  }

  @Override
  public Map<Question, String> spelled(Connection connection, List<Question> questions)
      throws SQLException {
    Map<Question, String> answers = new LinkedHashMap<>();
    List<Question> distinct = questions.stream().distinct().toList();
    if (distinct.isEmpty()) {
      return answers;
    }
    boolean autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    try {
      ask(connection, distinct, answers);
    } finally {
      if (autoCommit) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return answers;
  }

  /** True where it makes sense to go on asking. */
  private boolean ask(
      Connection connection, List<Question> questions, Map<Question, String> answers)
      throws SQLException {
    Savepoint start = connection.setSavepoint();
    try {
      answers.putAll(new TemporaryTables(sql, questions).spelled(connection));
      return true;
    } catch (SQLException refused) {
      if (refused.getSQLState() == null || refused.getSQLState().startsWith("08")) {
        throw refused;
      }
      if (HOPELESS.contains(refused.getSQLState())) {
        return false;
      }
    } finally {
      if (!connection.isClosed()) {
        connection.rollback(start);
      }
    }
    int half = questions.size() / 2;
    return half == 0
        || ask(connection, questions.subList(0, half), answers)
            && ask(connection, questions.subList(half, questions.size()), answers);
  }
}
