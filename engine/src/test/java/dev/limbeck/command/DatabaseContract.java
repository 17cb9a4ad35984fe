package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that have a database each; a subclass for each kind of database. */
abstract class DatabaseContract {
  /** That of the present test. */
  TestDatabase database;

  abstract TestDatabase fresh() throws Exception;

  @BeforeEach
  final void openDatabase() throws Exception {
    database = fresh();
  }

  @AfterEach
  final void closeDatabase() {
    database.close();
  }

  /** Limbeck's name of the kind of database. */
  final String dialect() {
    return database.jdbcUrl().contains("sqlite") ? "sqlite" : "postgresql";
  }
}
