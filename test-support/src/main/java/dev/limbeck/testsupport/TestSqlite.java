package dev.limbeck.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.sqlite.SQLiteDataSource;

/** Fresh SQLite databases. */
public final class TestSqlite {

  private static final String URL_PREFIX = "jdbc:sqlite:";

  private TestSqlite() {}

  /**
   * A new, empty database file in a directory. Its connections do not enforce foreign keys, as is
   * the driver's default: a test that needs them says {@code PRAGMA foreign_keys = ON}.
   */
  public static TestDatabase fresh(Path directory) {
    String name = "limbeck_test_" + UUID.randomUUID().toString().substring(0, 8) + ".db";
    Path file = directory.resolve(name).toAbsolutePath();
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl(URL_PREFIX + file);
    return new TestDatabase(name, dataSource.getUrl(), "", "", dataSource, () -> remove(file));
  }

  /** A new database file in a directory, with everything that another holds. */
  public static TestDatabase copyOf(TestDatabase original, Path directory) {
    TestDatabase copy = fresh(directory);
    original.execute("VACUUM INTO '" + copy.jdbcUrl().substring(URL_PREFIX.length()) + "'");
    return copy;
  }

  private static void remove(Path file) {
    for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
      try {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove the test database " + file, e);
      }
    }
  }
}
