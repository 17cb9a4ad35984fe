package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparer;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a database that was there before, beside what the first revision makes. */
class AdoptionTest {
  private static final EntityModel ENTITIES =
      new EntityModel(
          DatabaseModel.of(Table.of("known", Column.of("id", Types.integer()))),
          EntityModel.Mapping.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static final EntityModel PAIR =
      new EntityModel(
          DatabaseModel.of(
              Table.of(
                      "pair",
                      Column.of("a", Types.integer()).withNullable(false),
                      Column.of("b", Types.integer()).withNullable(false))
                  .withConstraints(
                      List.of(
                          new PrimaryKey(null, List.of(Identifier.of("a"), Identifier.of("b")))))),
          EntityModel.Mapping.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static final String NO_PROOF =
      "what is not made is in no comparison and in no proof: write it into a revision of your own,"
          + " with op.execute";

  @TempDir Path directory;

  @Test
  void what_postgresql_has_and_no_operation_makes_is_named() throws SQLException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      database.execute(
          "create type mood as enum ('sad', 'ok')",
          "comment on type mood is 'm'",
          "create type addr as (street text)",
          "create sequence s1 as smallint",
          "comment on sequence s1 is 's'",
          "create table known (id integer)",
          "alter table known add constraint ck_known check (id > 0) not valid",
          "create unlogged table odd (id integer, a addr, r int4range, w integer,"
              + " constraint pk_odd primary key (id) include (w),"
              + " constraint ex_odd exclude using gist (r with &&))",
          "create index ix_odd on odd using brin (w) with (pages_per_range=4)",
          "comment on index ix_odd is 'i'",
          "create table heir (b integer) inherits (known)",
          "create table part (id integer, d date) partition by range (d)",
          "create table part1 partition of part for values from ('2020-01-01') to ('2021-01-01')",
          "create view vv as select id from known",
          "create view ww as select id from known",
          "create materialized view mv as select 1 as x",
          "create function f() returns trigger language plpgsql as 'begin return new; end'",
          "create trigger tg before insert on odd for each row execute function f()",
          "create rule rr as on delete to known do instead nothing");

      assertThat(notMade(database))
          .containsExactly(
              "not made: table heir: it inherits from known",
              "not made: table known: constraint ck_known: NOT VALID, rows from before may break"
                  + " it; rule rr",
              "not made: table odd: constraint ex_odd: EXCLUDE USING gist (r WITH &&); it is"
                  + " unlogged; constraint pk_odd: PRIMARY KEY (id) INCLUDE (w); index ix_odd: WITH"
                  + " (pages_per_range=4); index ix_odd: a comment; trigger tg",
              "not made: table part: it is partitioned; partition part1",
              "not made: composite type addr: type of odd.a",
              "not made: function: f",
              "not made: materialized view: mv",
              "not made: sequence s1: AS smallint, a comment",
              "not made: type mood: a comment",
              "not made: view: vv; ww",
              NO_PROOF);
    }
  }

  @Test
  void what_sqlite_has_and_no_operation_makes_is_named() throws SQLException {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      database.execute(
          "create table known (id integer)",
          "create table odd (a integer, b integer, unique (a) on conflict ignore,"
              + " primary key (a, b desc))",
          "create trigger tg after insert on odd begin update odd set b = 1; end",
          "create view vv as select 1",
          "create view ww as select 2",
          "create virtual table ft using fts5(x)");

      assertThat(notMade(database))
          .containsExactly(
              "not made: table odd: UNIQUE [a] ON CONFLICT ignore; key on b DESC; trigger tg",
              "not made: view: vv; ww",
              "not made: virtual table: ft",
              NO_PROOF);
    }
  }

  @Test
  void where_all_is_made_nothing_is_said() throws SQLException {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      database.execute("create table known (id integer)");

      assertThat(notes(database)).isEmpty();
    }
  }

  @Test
  void a_serial_is_made_with_its_sequence() throws SQLException {
    try (TestDatabase adopted = TestPostgres.freshDatabase();
        TestDatabase second = TestPostgres.freshDatabase()) {
      adopted.execute(
          "create table known (id serial primary key, \"Odd Number\" bigserial, n smallserial)",
          "create table stranger (id bigserial primary key)",
          "create sequence loose_id_seq",
          "create table loose (id bigint not null default nextval('loose_id_seq'))");
      try (Connection connection = second.connection()) {
        UnitAtWork.run(Dialects.named("postgresql"), connection, adoption(adopted).operations());
      }
      try (Connection one = adopted.connection();
          Connection other = second.connection()) {
        assertThat(SchemaFacts.of(one).differenceTo(SchemaFacts.of(other))).hasToString("");
      }
      second.execute("insert into stranger default values");
      assertThat(second.rows("select pg_get_serial_sequence('stranger', 'id')"))
          .hasToString("[[public.stranger_id_seq]]");
      assertThat(second.rows("select pg_get_serial_sequence('loose', 'id')"))
          .hasToString("[[null]]");
    }
  }

  @Test
  void a_key_has_its_columns_in_the_order_of_the_database() throws SQLException {
    try (TestDatabase adopted = TestPostgres.freshDatabase();
        TestDatabase second = TestPostgres.freshDatabase()) {
      adopted.execute("create table pair (a integer, b integer, primary key (b, a))");
      try (Connection connection = second.connection()) {
        UnitAtWork.run(
            Dialects.named("postgresql"), connection, adoption(adopted, PAIR).operations());
      }
      assertThat(
              second.rows(
                  "select conkey::text from pg_constraint where conrelid = 'pair'::regclass and contype = 'p'"))
          .hasToString("[[{2,1}]]");
    }
  }

  private static List<String> notMade(TestDatabase database) throws SQLException {
    return notes(database).stream()
        .filter(note -> note.startsWith("not made") || note.equals(NO_PROOF))
        .toList();
  }

  private static List<String> notes(TestDatabase database) throws SQLException {
    return adoption(database).notes();
  }

  private static Adoption adoption(TestDatabase database) throws SQLException {
    return adoption(database, ENTITIES);
  }

  private static Adoption adoption(TestDatabase database, EntityModel entities)
      throws SQLException {
    try (Connection connection = database.connection()) {
      Comparer comparer =
          new Comparer(
              Dialects.ofUrl(database.jdbcUrl()),
              (live, dialect, scope) -> dialect.catalog().read(live, scope),
              NamingConvention.standard(),
              Set.of(),
              false,
              false);
      return Adoption.of(connection, comparer, false, entities);
    }
  }
}
