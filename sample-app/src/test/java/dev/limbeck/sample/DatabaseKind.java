package dev.limbeck.sample;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;

/** The databases that the sample application runs on. */
enum DatabaseKind {
  POSTGRESQL {
    @Override
    TestDatabase fresh(Path directory) {
      return TestPostgres.freshDatabase();
    }

    @Override
    TestDatabase copy(TestDatabase original, Path directory) {
      return TestPostgres.copyOf(original);
    }
  },
  SQLITE {
    @Override
    TestDatabase fresh(Path directory) {
      return TestSqlite.fresh(directory);
    }

    @Override
    TestDatabase copy(TestDatabase original, Path directory) {
      return TestSqlite.copyOf(original, directory);
    }
  };

  /** The name of Limbeck's dialect for it. */
  String dialect() {
    return this == POSTGRESQL ? "postgresql" : "sqlite";
  }

  /**
   * A new, empty database.
   *
   * @param directory for files of it
   */
  abstract TestDatabase fresh(Path directory);

  /**
   * A new database with everything that another of this kind holds.
   *
   * @param directory for files of it
   */
  abstract TestDatabase copy(TestDatabase original, Path directory);

  /** The other one. */
  DatabaseKind other() {
    return this == POSTGRESQL ? SQLITE : POSTGRESQL;
  }
}
