package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** A SQLite database on which revisions run as they do in earnest: each from the live catalog. */
final class LiveSqlite {
  private final SqliteDialect dialect = new SqliteDialect();
  private final TestDatabase database;

  LiveSqlite(TestDatabase database) {
    this.database = database;
  }

  /** Runs what the body records in one transaction; the statements that it took. */
  List<String> run(Consumer<Operations> body) throws SQLException {
    Deployment deployment = dialect.deployment();
    List<String> statements = new ArrayList<>();
    try (Connection connection = database.connection()) {
      List<String> restoring = deployment.afterTransaction(connection);
      execute(connection, deployment.beforeTransaction());
      deployment.begin(connection);
      try {
        List<String> broken = deployment.violations(connection);
        List<Operation> operations =
            dialect.statements().rewrite(Recorder.record(body).operations());
        for (Operation operation : operations) {
          List<String> own =
              dialect.statements().statements(operation, new Live(connection, read(connection)));
          execute(connection, own);
          statements.addAll(own);
        }
        deployment.verify(connection, broken);
        deployment.commit(connection);
      } catch (SQLException | RuntimeException e) {
        deployment.rollback(connection);
        throw e;
      } finally {
        execute(connection, restoring);
      }
    }
    return statements;
  }

  Table table(String name) throws SQLException {
    try (Connection connection = database.connection()) {
      return Objects.requireNonNull(read(connection).table(QualifiedName.parse(name)));
    }
  }

  DatabaseModel read() throws SQLException {
    try (Connection connection = database.connection()) {
      return read(connection);
    }
  }

  private DatabaseModel read(Connection connection) throws SQLException {
    return dialect.catalog().read(connection, new CatalogScope(Set.of(), null, Set.of(), Set.of()));
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private record Live(Connection connection, DatabaseModel model) implements SchemaState {
    @Override
    public List<String> attachments(QualifiedName table) {
      try {
        return new SqliteDialect().deployment().attachments(connection, table);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
