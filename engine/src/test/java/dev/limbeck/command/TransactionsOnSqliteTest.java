package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TransactionsOnSqliteTest extends TransactionsContract {
  @TempDir private Path directory;

  @Override
  TestDatabase fresh() throws Exception {
    return TestSqlite.fresh(directory);
  }
}
