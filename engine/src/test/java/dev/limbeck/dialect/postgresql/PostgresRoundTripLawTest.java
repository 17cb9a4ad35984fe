package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.RoundTripLaw;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class PostgresRoundTripLawTest extends RoundTripLaw {
  private static TestDatabase database;
  private static Connection connection;

  @BeforeContainer
  static void openDatabase() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
  }

  @AfterContainer
  static void closeDatabase() throws SQLException {
    connection.close();
    database.close();
  }

  @Override
  protected Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  protected Connection connection() {
    return connection;
  }
}
