package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.DialectContract;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;

class PostgresDialectTest extends DialectContract {

  @Override
  protected Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  protected TestDatabase freshDatabase() {
    return TestPostgres.freshDatabase();
  }
}
