package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.RoundTripLaw;
import dev.limbeck.testing.random.Flavour;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SqliteRoundTripLawTest extends RoundTripLaw {
  private static Path directory;
  private static TestDatabase database;
  private static Connection connection;

  @BeforeContainer
  static void openDatabase() throws SQLException, IOException {
    directory = Files.createTempDirectory("limbeck");
    database = TestSqlite.fresh(directory);
    connection = database.connection();
  }

  @AfterContainer
  static void closeDatabase() throws SQLException, IOException {
    connection.close();
    database.close();
    Files.delete(directory);
  }

  @Override
  protected Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  protected Flavour flavour() {
    return Flavour.SQLITE;
  }

  @Override
  protected Connection connection() {
    return connection;
  }
}
