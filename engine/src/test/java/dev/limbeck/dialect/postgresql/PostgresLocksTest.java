package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.TableLock;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresLocksTest {
  private static final List<String> SETUP =
      List.of(
          "CREATE TABLE a (id bigint PRIMARY KEY, b integer, c varchar(10))",
          "CREATE TABLE r (id bigint PRIMARY KEY, a_id bigint)",
          "CREATE INDEX ix_a_b ON a (b)",
          "CREATE SEQUENCE s",
          "ALTER TABLE a ADD CONSTRAINT ck_a CHECK (b > 0) NOT VALID");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE a ADD COLUMN d text | a | ACCESS EXCLUSIVE",
        "ALTER TABLE a ALTER COLUMN c TYPE varchar(20) | a | ACCESS EXCLUSIVE",
        "ALTER TABLE a ALTER COLUMN b SET NOT NULL | a | ACCESS EXCLUSIVE",
        "ALTER TABLE a ADD CONSTRAINT u UNIQUE (b) | a | ACCESS EXCLUSIVE",
        "ALTER TABLE a VALIDATE CONSTRAINT ck_a | a | SHARE UPDATE EXCLUSIVE",
        "ALTER TABLE a RENAME COLUMN b TO e | a | ACCESS EXCLUSIVE",
        "ALTER TABLE r ADD CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id) | r | SHARE ROW EXCLUSIVE",
        "ALTER TABLE r ADD CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id) | a | SHARE ROW EXCLUSIVE",
        "CREATE TABLE n (id bigint REFERENCES a (id)) | a | SHARE ROW EXCLUSIVE",
        "CREATE INDEX ix ON a (c) | a | SHARE",
        "CREATE UNIQUE INDEX ix ON a (c) | a | SHARE",
        "DROP INDEX ix_a_b | a | ACCESS EXCLUSIVE",
        "DROP TABLE a | a | ACCESS EXCLUSIVE",
        "TRUNCATE TABLE a | a | ACCESS EXCLUSIVE",
        "COMMENT ON COLUMN a.b IS 'x' | a | SHARE UPDATE EXCLUSIVE",
        "ALTER INDEX ix_a_b RENAME TO ix_b | ix_a_b | SHARE UPDATE EXCLUSIVE",
        "ALTER SEQUENCE s INCREMENT BY 5 | s | SHARE ROW EXCLUSIVE",
        "UPDATE a SET b = 1 | a | ROW EXCLUSIVE",
        "DELETE FROM a | a | ROW EXCLUSIVE",
        "INSERT INTO a (id) VALUES (1) | a | ROW EXCLUSIVE"
      })
  void the_server_takes_the_lock_that_is_told(String sql, String object, String mode)
      throws Exception {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      database.execute(SETUP.toArray(String[]::new));
      assertThat(taken(database, sql, object)).as("the server").contains(mode);
    }

    assertThat(new PostgresLocks().of(sql))
        .extracting(TableLock::mode, lock -> table(lock.object()))
        .contains(org.assertj.core.api.Assertions.tuple(mode, object));
  }

  /** The name alone of a column's table or of an index's table. */
  private static String table(String object) {
    return switch (object) {
      case "a.b", "the table of ix_a_b" -> "a";
      default -> object;
    };
  }

  private static List<String> taken(TestDatabase database, String sql, String object)
      throws Exception {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long relation;
      try (ResultSet row = statement.executeQuery("SELECT '" + object + "'::regclass::oid")) {
        row.next();
        relation = row.getLong(1);
      }
      statement.execute(sql);
      List<String> modes = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = "
                  + relation)) {
        while (rows.next()) {
          modes.add(words(rows.getString(1)));
        }
      }
      connection.rollback();
      return modes;
    }
  }

  /** {@code ShareRowExclusiveLock} as the manual writes it. */
  private static String words(String mode) {
    return mode.replaceAll("Lock$", "").replaceAll("([a-z])([A-Z])", "$1 $2").toUpperCase();
  }

  @Test
  void what_is_made_concurrently_lets_others_write() {
    assertThat(new PostgresLocks().of("CREATE UNIQUE INDEX CONCURRENTLY ix ON s.\"A b\" (c)"))
        .extracting(TableLock::object, TableLock::mode)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("s.\"A b\"", "SHARE UPDATE EXCLUSIVE"));
    assertThat(new PostgresLocks().of("SELECT 1")).isEmpty();
  }

  @Test
  void what_a_domain_demands_is_looked_for_in_all_tables_of_it() {
    assertThat(new PostgresLocks().of("ALTER DOMAIN d SET NOT NULL"))
        .extracting(TableLock::object, TableLock::mode)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("tables with columns of d", "SHARE"));
    assertThat(new PostgresLocks().of("ALTER DOMAIN d DROP NOT NULL")).isEmpty();
  }
}
