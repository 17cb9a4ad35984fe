package dev.limbeck.laws;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.random.Flavour;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class UpAndDownOnPostgresLawTest extends UpAndDownLaw {
  private static final int WORN_OUT = 500;

  private static final Outcomes OUTCOMES = new Outcomes();
  private static TestDatabase database;
  private static Connection connection;
  private static int tries;

  @BeforeContainer
  static void open() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
  }

  @AfterContainer
  static void close() throws SQLException {
    disconnect();
    OUTCOMES.verify();
  }

  private static void disconnect() throws SQLException {
    connection.close();
    database.close();
  }

  /** The catalog keeps what was rolled back until somebody cleans it: a new one is faster. */
  @Override
  protected void begins() throws SQLException {
    tries++;
    if (tries % WORN_OUT == 0) {
      disconnect();
      open();
    }
  }

  @Override
  protected Dialect dialect() {
    return Dialects.ofUrl("jdbc:postgresql:x");
  }

  @Override
  protected Flavour flavour() {
    return Flavour.POSTGRESQL;
  }

  @Override
  protected Outcomes outcomes() {
    return OUTCOMES;
  }

  @Override
  protected Connection connection() {
    return connection;
  }
}
