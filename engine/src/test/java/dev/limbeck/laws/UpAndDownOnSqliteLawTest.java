package dev.limbeck.laws;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.random.Flavour;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class UpAndDownOnSqliteLawTest extends UpAndDownLaw {
  private static final Dialect DIALECT = Dialects.named("sqlite");

  private static final Outcomes OUTCOMES = new Outcomes("sqlite");
  private static Connection connection;

  @BeforeContainer
  static void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterContainer
  static void close() throws SQLException, IOException {
    connection.close();
    OUTCOMES.verify();
  }

  @Override
  protected Dialect dialect() {
    return DIALECT;
  }

  @Override
  protected Flavour flavour() {
    return Flavour.SQLITE;
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
