package dev.limbeck.autogenerate;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;

class SwappedNamesOnPostgresTest extends SwappedNamesContract {
  @Override
  TestDatabase freshDatabase() {
    return TestPostgres.freshDatabase();
  }
}
