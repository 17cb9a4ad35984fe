package dev.limbeck.faults;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;

class FaultsOnSqliteTest extends FaultsContract {
  @Override
  TestDatabase fresh(Path directory) {
    return TestSqlite.fresh(directory);
  }
}
