package dev.limbeck.mutation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** PostgreSQL's catalog; each mutation in a transaction that is rolled back. */
class PostgresMutationsTest extends MutationContract {
  private static final Dialect POSTGRESQL = Dialects.named("postgresql");

  /** The version whose catalog the file lists. */
  private static final int VERSION = 18;

  private TestDatabase database;
  private Connection connection;

  PostgresMutationsTest() {
    super(POSTGRESQL, MutatedSchema.postgresql());
  }

  @BeforeAll
  void create() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
    assumeTrue(connection.getMetaData().getDatabaseMajorVersion() == VERSION);
    new Schema(POSTGRESQL, connection).create(model());
  }

  @AfterAll
  void remove() throws SQLException {
    connection.close();
    database.close();
  }

  @Override
  Connection connection() {
    return connection;
  }

  @Override
  String catalog(String name) {
    return "SELECT * FROM pg_catalog." + name;
  }

  @Override
  List<String> mutated(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return check(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
