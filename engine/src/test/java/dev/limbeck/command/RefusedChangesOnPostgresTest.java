package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;

class RefusedChangesOnPostgresTest extends RefusedChangesContract {
  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }
}
