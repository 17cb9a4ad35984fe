package dev.limbeck.autogenerate;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SwappedNamesOnSqliteTest extends SwappedNamesContract {
  @TempDir static Path directory;

  @Override
  TestDatabase freshDatabase() {
    return TestSqlite.fresh(directory);
  }
}
