package dev.limbeck.diff;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PassedNamesOnSqliteTest extends PassedNamesContract {
  @TempDir private Path directory;

  @Override
  TestDatabase fresh() {
    return TestSqlite.fresh(directory);
  }

  @Override
  Dialect dialect() {
    return Dialects.named("sqlite");
  }
}
