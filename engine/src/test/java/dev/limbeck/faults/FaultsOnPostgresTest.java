package dev.limbeck.faults;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.nio.file.Path;

class FaultsOnPostgresTest extends FaultsContract {
  @Override
  TestDatabase fresh(Path directory) {
    return TestPostgres.freshDatabase();
  }
}
