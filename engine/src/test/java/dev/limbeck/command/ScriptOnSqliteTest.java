package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ScriptOnSqliteTest extends ScriptContract {
  @TempDir Path directory;

  @Override
  TestDatabase fresh() {
    return TestSqlite.fresh(directory);
  }

  @Override
  String dialect() {
    return "sqlite";
  }
}
