package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.RoundTripLaw;
import dev.limbeck.testing.LawDatabase;
import dev.limbeck.testing.random.Flavour;
import java.sql.Connection;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class PostgresRoundTripLawTest extends RoundTripLaw {
  private static LawDatabase database;

  @BeforeContainer
  static void openDatabase() throws SQLException {
    database = new LawDatabase();
  }

  @AfterContainer
  static void closeDatabase() throws SQLException {
    database.close();
  }

  @Override
  protected void begins() throws SQLException {
    database.begins();
  }

  @Override
  protected Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  protected Flavour flavour() {
    return Flavour.POSTGRESQL;
  }

  @Override
  protected Connection connection() {
    return database.connection();
  }
}
