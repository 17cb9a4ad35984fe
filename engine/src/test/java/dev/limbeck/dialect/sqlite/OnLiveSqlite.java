package dev.limbeck.dialect.sqlite;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what revisions do to a SQLite database; each has one for itself. */
abstract class OnLiveSqlite {
  @TempDir private Path directory;
  TestDatabase database;
  LiveSqlite live;

  @BeforeEach
  final void openDatabase() {
    database = TestSqlite.fresh(directory);
    live = new LiveSqlite(database);
  }

  @AfterEach
  final void closeDatabase() {
    database.close();
  }

  final List<List<Object>> rows(String query) {
    return database.rows(query);
  }
}
