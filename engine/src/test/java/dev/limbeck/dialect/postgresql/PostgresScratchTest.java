package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.DatabaseUrl;
import dev.limbeck.config.DriverConnections;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.ScratchDatabase;
import dev.limbeck.dialect.ScratchUnavailableException;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresScratchTest {
  private TestDatabase database;

  @BeforeEach
  void freshDatabase() {
    database = TestPostgres.freshDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ConnectionSource connections() {
    return connections(database.user(), database.password());
  }

  private ConnectionSource connections(String user, String password) {
    return new DriverConnections(
        DatabaseUrl.of(database.jdbcUrl(), user, password, "test", Path.of("").toAbsolutePath()));
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private List<String> scratchDatabases() {
    return database
        .rows("SELECT datname FROM pg_database WHERE datname LIKE 'limbeck\\_scratch\\_%'")
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  @Test
  void it_is_another_database_with_the_same_settings_and_gone_when_it_is_closed() throws Exception {
    database.execute(
        "CREATE SCHEMA \"My App\"",
        "CREATE EXTENSION IF NOT EXISTS plpgsql",
        "ALTER DATABASE " + database.name() + " SET search_path = \"My App\", public");
    String settings =
        """
        SELECT datcollate || ' ' || datctype || ' ' || encoding || ' ' || current_schema()
          || ' ' || current_setting('search_path')
          || ' ' || (to_jsonb(d) - 'oid' - 'datname' ->> 'datlocprovider')
        FROM pg_database d WHERE datname = current_database()
        """;
    String name;
    try (ScratchDatabase scratch = PostgresScratch.create(connections())) {
      name = one(scratch.connection(), "SELECT current_database()");
      assertThat(name).startsWith("limbeck_scratch_").isNotEqualTo(database.name());
      try (Connection live = database.connection()) {
        assertThat(one(scratch.connection(), settings)).isEqualTo(one(live, settings));
      }
      assertThat(scratch.lacks()).isEmpty();
      try (Statement statement = scratch.connection().createStatement()) {
        statement.execute("CREATE TABLE t (id int)");
      }
      assertThat(scratchDatabases()).contains(name);
    }
    assertThat(scratchDatabases()).doesNotContain(name);
    assertThat(database.rows("SELECT to_regclass('t')")).containsExactly(nothing());
  }

  private static List<Object> nothing() {
    return Collections.singletonList(null);
  }

  @Test
  void functions_and_types_that_it_does_not_get_are_named() throws Exception {
    database.execute(
        "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1'",
        "CREATE TYPE pair AS (a int, b int)",
        "CREATE TABLE t (id int)");
    try (ScratchDatabase scratch = PostgresScratch.create(connections())) {
      assertThat(scratch.lacks()).containsExactly("function twice(integer)", "type pair");
    }
  }

  @Test
  void who_may_not_create_databases_gets_none_and_is_told_what_helps() {
    String user = database.name() + "_u";
    database.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'secret-word'");
    try {
      assertThatThrownBy(() -> PostgresScratch.create(connections(user, "secret-word")))
          .isInstanceOf(ScratchUnavailableException.class)
          .hasMessage(
              "the user "
                  + user
                  + " may not create databases; grant it CREATEDB, or name another server or user"
                  + " with proof.url");
    } finally {
      database.execute("DROP ROLE " + user);
    }
  }

  @Test
  void connections_that_lead_to_one_database_only_get_none() {
    assertThatThrownBy(() -> PostgresScratch.create(database.dataSource()::getConnection))
        .isInstanceOf(ScratchUnavailableException.class)
        .hasMessageContaining("one database only");
    assertThatThrownBy(() -> PostgresScratch.create(null))
        .isInstanceOf(ScratchUnavailableException.class)
        .hasMessageContaining("proof.url");
  }

  @Test
  void what_a_killed_process_left_is_removed_and_what_may_be_in_use_is_not() throws Exception {
    long now =
        Long.parseLong(
            String.valueOf(
                database.rows("SELECT extract(epoch FROM now())::bigint").get(0).get(0)));
    String old = "limbeck_scratch_" + (now - 3600) + "_dead";
    String young = "limbeck_scratch_" + (now - 5) + "_beef";
    String connected = "limbeck_scratch_" + (now - 3600) + "_cafe";
    String another = "limbeck_scratch_of_somebody_" + now;
    List<String> all = List.of(old, young, connected, another);
    all.forEach(name -> database.execute("CREATE DATABASE " + name));
    try (Connection held = open(connections().beside(connected));
        ScratchDatabase scratch = PostgresScratch.create(connections())) {
      assertThat(held.isValid(1)).isTrue();
      assertThat(scratch.lacks()).isEmpty();
      assertThat(scratchDatabases()).contains(young, connected, another).doesNotContain(old);
    } finally {
      all.forEach(name -> database.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }
  }

  private static Connection open(ConnectionSource source) throws SQLException {
    return Objects.requireNonNull(source).open();
  }
}
