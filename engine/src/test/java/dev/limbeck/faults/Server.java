package dev.limbeck.faults;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;

/** Where the databases of the fault tests are. */
enum Server {
  SQLITE {
    @Override
    TestDatabase fresh(Path directory) {
      return TestSqlite.fresh(directory);
    }

    @Override
    TestDatabase copyOf(TestDatabase original, Path directory) {
      return TestSqlite.copyOf(original, directory);
    }
  },
  POSTGRESQL {
    @Override
    TestDatabase fresh(Path directory) {
      return TestPostgres.freshDatabase();
    }

    @Override
    TestDatabase copyOf(TestDatabase original, Path directory) {
      return TestPostgres.copyOf(original);
    }
  };

  /**
   * A new, empty database.
   *
   * @param directory where it is, if it is a file
   */
  abstract TestDatabase fresh(Path directory);

  /** A new database with everything that another holds. */
  abstract TestDatabase copyOf(TestDatabase original, Path directory);
}
