package dev.limbeck.runtime;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Patience;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Where revisions are run: one connection to a database in which nobody else deploys.
 *
 * @param lock the right to deploy
 */
record Workplace(
    Dialect dialect,
    Connection connection,
    VersionTable versions,
    HistoryTable history,
    JournalTable journal,
    Clock clock,
    Deployment.Lock lock,
    Progress progress,
    Patience patience) {

  /** Limbeck's own tables, which no revision works on. */
  Set<QualifiedName> ownTables() {
    return Set.of(versions.name(), history.name(), journal.name());
  }

  Deployment deployment() {
    return dialect.deployment();
  }

  /** Rolls back what failed. */
  void rollback(Throwable cause) {
    try {
      deployment().rollback(connection);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Runs statements of Limbeck's own, each for itself where no transaction is open. */
  void executeAll(List<String> statements) throws SQLException {
    executeAll(connection, statements);
  }

  /** As {@link #executeAll(List)}, before there is a place. */
  static void executeAll(Connection connection, List<String> statements) throws SQLException {
    if (!statements.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }
}
