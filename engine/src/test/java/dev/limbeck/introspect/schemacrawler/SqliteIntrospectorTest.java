package dev.limbeck.introspect.schemacrawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Table;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SchemaCrawler and SQLite's catalog reader see the same. */
class SqliteIntrospectorTest extends IntrospectorContract {
  @TempDir private Path directory;

  @Override
  Dialect dialect() {
    return Dialects.named("sqlite");
  }

  @Override
  TestDatabase freshDatabase() {
    return TestSqlite.fresh(directory);
  }

  @Test
  void what_only_sqlite_has_is_read() throws SQLException {
    database()
        .execute(
            "CREATE TABLE loose (a, b, c)",
            "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, n INT DEFAULT (1 + 2))",
            "CREATE TABLE keyed (a TEXT COLLATE NOCASE, b INT, PRIMARY KEY (b, a)) WITHOUT ROWID",
            "CREATE TABLE strict_one (a ANY, b BLOB, CHECK (b IS NOT NULL)) STRICT",
            "CREATE TABLE made (a INT, b INT AS (a * 2) STORED, c INT AS (a * 3))",
            "CREATE VIEW seen AS SELECT * FROM made",
            "CREATE VIRTUAL TABLE words USING fts5(body)",
            "INSERT INTO counted (n) VALUES (1)");
    assertThat(readByBoth(everything()).tables())
        .extracting(Table::name)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("loose", "counted", "keyed", "strict_one", "made");
  }

  @Test
  void attached_databases_are_not_read() throws SQLException {
    database().execute("CREATE TABLE here (id int)");
    Path other = directory.resolve("other.db");
    try (var statement = connection().createStatement()) {
      statement.execute("ATTACH '" + other + "' AS other");
      statement.execute("CREATE TABLE other.there (id int)");
      statement.execute("CREATE TEMP TABLE passing (id int)");
    }
    assertThat(readByBoth(everything()).tables()).hasSize(1);
  }
}
