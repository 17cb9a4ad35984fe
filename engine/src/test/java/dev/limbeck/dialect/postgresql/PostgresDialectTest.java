package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.DialectContract;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import org.junit.jupiter.api.AfterAll;

class PostgresDialectTest extends DialectContract {
  private static final TestDatabase SHARED = TestPostgres.freshDatabase();

  @Override
  protected Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  protected TestDatabase freshDatabase() {
    return SHARED;
  }

  /** Emptying a database is faster than making one. */
  @Override
  protected void discard(TestDatabase used) {
    used.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  @AfterAll
  static void closeSharedDatabase() {
    SHARED.close();
  }
}
