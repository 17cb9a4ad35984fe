package dev.limbeck.laws;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.LawDatabase;
import dev.limbeck.testing.random.Flavour;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class UpAndDownOnPostgresLawTest extends UpAndDownLaw {
  private static final Dialect DIALECT = Dialects.named("postgresql");

  private static final Outcomes OUTCOMES = new Outcomes("postgresql");
  private static LawDatabase database;

  @BeforeContainer
  static void open() throws SQLException {
    database = new LawDatabase();
  }

  @AfterContainer
  static void close() throws SQLException, IOException {
    database.close();
    OUTCOMES.verify();
  }

  @Override
  protected void begins() throws SQLException {
    database.begins();
  }

  /**
   * A statement such as {@code ALTER DOMAIN … DROP CONSTRAINT} leaves messages that the server
   * refuses to begin a savepoint's changes with (seen on 15.18 and 18.6), until another change.
   */
  @Override
  protected void compares() throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE another (); DROP TABLE another");
    }
  }

  @Override
  protected Dialect dialect() {
    return DIALECT;
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
    return database.connection();
  }
}
