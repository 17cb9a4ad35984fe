package dev.limbeck.diff;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;

class PassedNamesOnPostgresTest extends PassedNamesContract {
  @Override
  TestDatabase fresh() {
    return TestPostgres.freshDatabase();
  }

  @Override
  Dialect dialect() {
    return Dialects.named("postgresql");
  }
}
