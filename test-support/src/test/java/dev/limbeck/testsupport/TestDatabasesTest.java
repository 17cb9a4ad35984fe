package dev.limbeck.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDatabasesTest {

  @Test
  void postgres_databases_do_not_see_each_other() {
    try (TestDatabase one = TestPostgres.freshDatabase();
        TestDatabase other = TestPostgres.freshDatabase()) {
      one.execute("CREATE TABLE t (a int, b text)", "INSERT INTO t VALUES (1, null)");
      other.execute("CREATE TABLE t (c int)");

      assertThat(one.rows("SELECT a, b FROM t")).isEqualTo(List.of(Arrays.asList(1, null)));
      assertThat(other.rows("SELECT c FROM t")).isEmpty();
    }
  }

  @Test
  void a_closed_postgres_database_is_gone_although_a_connection_was_open() throws SQLException {
    TestDatabase database = TestPostgres.freshDatabase();
    try (Connection open = database.connection();
        TestDatabase witness = TestPostgres.freshDatabase()) {
      database.close();

      assertThat(open.isValid(1)).isFalse();
      assertThat(
              witness.rows("SELECT 1 FROM pg_database WHERE datname = '" + database.name() + "'"))
          .isEmpty();
    }
  }

  @Test
  void a_closed_sqlite_database_leaves_no_file(@TempDir Path directory) {
    TestDatabase database = TestSqlite.fresh(directory);
    database.execute("CREATE TABLE t (a int)", "INSERT INTO t VALUES (7)");
    assertThat(database.rows("SELECT a FROM t")).isEqualTo(List.of(List.of(7)));

    database.close();

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_refused_statement_is_named(@TempDir Path directory) {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      assertThatThrownBy(() -> database.execute("CREATE TABLE t (a int)", "DROP TABLE u"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("refused: DROP TABLE u")
          .hasCauseInstanceOf(SQLException.class);
    }
  }
}
