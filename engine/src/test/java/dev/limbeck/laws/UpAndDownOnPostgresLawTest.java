package dev.limbeck.laws;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.LawDatabase;
import dev.limbeck.testing.random.Flavour;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
