package dev.limbeck.laws;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.random.Flavour;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class UpAndDownOnSqliteLawTest extends UpAndDownLaw {
  private static final Outcomes OUTCOMES = new Outcomes();
  private static Connection connection;

  @BeforeContainer
  static void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterContainer
  static void close() throws SQLException {
    connection.close();
    OUTCOMES.verify();
  }

  @Override
  protected Dialect dialect() {
    return Dialects.ofUrl("jdbc:sqlite:x");
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
