package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;

class LimbeckOnPostgresTest extends LimbeckContract {
  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }
}
