package dev.limbeck.introspect.schemacrawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SchemaCrawler and PostgreSQL's catalog reader see the same. */
class PostgresIntrospectorTest extends IntrospectorContract {

  @Override
  Dialect dialect() {
    return Dialects.named("postgresql");
  }

  @Override
  TestDatabase freshDatabase() {
    return TestPostgres.freshDatabase();
  }

  @Test
  void several_schemas_and_their_types_are_read() throws SQLException {
    database()
        .execute(
            "CREATE SCHEMA content",
            "CREATE SCHEMA \"Od d.s$\"",
            "CREATE SCHEMA stranger",
            "CREATE TYPE mood AS ENUM ('ok', 'sad')",
            "CREATE TYPE content.\"Level.x\" AS ENUM ('a', 'b')",
            "CREATE DOMAIN positive AS int CHECK (value > 0)",
            "CREATE TABLE empty ()",
            "CREATE TABLE same (id bigint PRIMARY KEY, m mood DEFAULT 'ok', ms mood[])",
            "CREATE TABLE content.same (a content.\"Level.x\", b content.\"Level.x\"[], p positive)",
            "CREATE TABLE \"Od d.s$\".same (id int REFERENCES public.same, t timestamptz(3)[])",
            "CREATE TABLE stranger.unseen (id int)",
            "CREATE TABLE parted (id int, at date) PARTITION BY RANGE (at)",
            "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO"
                + " ('2021-01-01')",
            "CREATE VIEW seen AS SELECT * FROM same",
            "ALTER TABLE same ADD dropped int",
            "ALTER TABLE same DROP dropped, ADD late numeric(7, 2)");
    DatabaseModel read =
        readByBoth(
            new CatalogScope(
                Set.of(
                    Identifier.of("content"),
                    Identifier.quoted("Od d.s$"),
                    Identifier.of("public")),
                null,
                Set.of(),
                Set.of()));
    assertThat(read.tables())
        .extracting(Table::name)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("empty", "same", "parted", "content.same", "`Od d.s$`.same");
  }

  @Test
  void the_search_path_and_the_schema_stay() throws SQLException {
    database().execute("CREATE SCHEMA one", "CREATE SCHEMA two", "CREATE TABLE one.t (id int)");
    try (Statement statement = connection().createStatement()) {
      statement.execute("SET search_path TO one, two, public");
      assertThat(readByBoth(everything()).tables()).hasSize(1);
      try (ResultSet row = statement.executeQuery("SHOW search_path")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("one, two, public");
      }
    }
    assertThat(connection().getSchema()).isEqualTo("one");
    assertThat(connection().getAutoCommit()).isTrue();
  }

  @Test
  void a_connection_without_a_default_schema_sees_nothing() throws SQLException {
    database().execute("CREATE TABLE t (id int)");
    try (Statement statement = connection().createStatement()) {
      statement.execute("SET search_path TO nowhere");
    }
    assertThat(readByBoth(everything())).isEqualTo(DatabaseModel.empty());
  }

  @Test
  void old_string_literals_make_no_difference() throws SQLException {
    database().execute("CREATE TABLE \"back\\slash\" (id int)");
    try (Statement statement = connection().createStatement()) {
      statement.execute("SET standard_conforming_strings TO off");
    }
    assertThat(readByBoth(everything()).tables()).hasSize(1);
  }

  @Test
  void a_transaction_that_has_failed_is_an_error_of_the_database() throws SQLException {
    connection().setAutoCommit(false);
    try (Statement statement = connection().createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT nothing"))
          .isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> introspector().read(connection(), dialect(), everything()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("transaction is aborted");
    connection().rollback();
  }
}
