package dev.limbeck.faults;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;

/** The servers that all tests share. */
enum Server implements Databases {
  SQLITE {
    @Override
    public TestDatabase fresh(Path directory) {
      return TestSqlite.fresh(directory);
    }

    @Override
    public TestDatabase copyOf(TestDatabase original, Path directory) {
      return TestSqlite.copyOf(original, directory);
    }
  },
  POSTGRESQL {
    @Override
    public TestDatabase fresh(Path directory) {
      return TestPostgres.freshDatabase();
    }

    @Override
    public TestDatabase copyOf(TestDatabase original, Path directory) {
      return TestPostgres.copyOf(original);
    }
  }
}
