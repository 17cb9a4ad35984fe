package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.DialectContract;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** SQLite holds to the contract of dialects. */
class SqliteDialectTest extends DialectContract {
  @TempDir private Path directory;

  @Override
  protected Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  protected TestDatabase freshDatabase() {
    return TestSqlite.fresh(directory);
  }
}
