package dev.limbeck.testsupport.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFactsTest {

  @TempDir Path directory;

  @Test
  void every_kind_of_fact_is_read() throws SQLException {
    assertThat(
            facts(
                    """
                    CREATE TABLE "Parent" ( -- a comment, with a ( in it
                      id integer PRIMARY KEY AUTOINCREMENT,
                      code text COLLATE NOCASE CONSTRAINT nn NOT NULL UNIQUE,
                      price real DEFAULT (1 + 2) CONSTRAINT ck_price CHECK (price >= 0),
                      "check" text DEFAULT 'it''s, (one)' CHECK ("check" IN ('a', 'B')),
                      twice real GENERATED ALWAYS AS (price*2) STORED,
                      CONSTRAINT "uq" UNIQUE (price, code),
                      CHECK (length(code) > 1 /* long */)
                    ) STRICT
                    """
                        .replace("varchar ( 20 )", "text")
                        .replace("numeric(10,2)", "real")
                        .replace("twice real GENERATED", "twice real GENERATED"),
                    """
                    CREATE TABLE child (
                      a int, b varchar ( 20 ),
                      parent_id integer REFERENCES "Parent" ON DELETE CASCADE,
                      CONSTRAINT pk PRIMARY KEY (b, a),
                      CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES "Parent" (id)
                        ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED
                    ) WITHOUT ROWID
                    """,
                    "CREATE TABLE s_seq (next_val bigint)",
                    "INSERT INTO s_seq VALUES (51)",
                    "CREATE INDEX ix ON child (b DESC, lower( b ), a COLLATE NOCASE) WHERE a>1",
                    "CREATE UNIQUE INDEX ux ON child (a)",
                    "CREATE VIEW v AS SELECT  a FROM child",
                    "CREATE TRIGGER t AFTER DELETE ON child BEGIN DELETE FROM s_seq; END")
                .lines())
        .containsExactly(
            "check Parent: check in('a', 'B')",
            "check Parent: length(code) > 1",
            "check Parent: price >= 0 [ck_price]",
            "column Parent: check text default 'it''s, (one)'",
            "column Parent: code text not null collate nocase",
            "column Parent: id integer",
            "column Parent: price real default 1 + 2",
            "column Parent: twice real as (price * 2) stored",
            "column child: a int not null",
            "column child: b varchar(20) not null",
            "column child: parent_id integer",
            "column s_seq: next_val bigint",
            "foreign key child: (parent_id) references Parent (id) on update set null"
                + " deferrable initially deferred [fk]",
            "foreign key child: (parent_id) references Parent on delete cascade",
            "index child: (b desc, lower(b), a collate NOCASE) where a > 1 [ix]",
            "index child: unique (a) [ux]",
            "primary key Parent: (id)",
            "primary key child: (b, a) [pk]",
            "sequence row s_seq: 51",
            "table Parent: strict autoincrement",
            "table child: without rowid",
            "table s_seq",
            "trigger child: create trigger t after delete on child begin delete from s_seq ; end",
            "unique Parent: (code)",
            "unique Parent: (price, code) [uq]",
            "view v: create view v as select a from child");
  }

  @Test
  void spelling_is_no_difference() throws SQLException {
    SchemaFacts one =
        facts("create table t (kind varchar(10) check ((kind in ('A','B'))), n int default -1)");
    SchemaFacts other =
        facts(
            """
            CREATE TABLE "t" (
              "n" INT DEFAULT - 1,
              "kind" VARCHAR (10) CHECK ("kind" IN ('A', 'B'))
            )
            """);

    assertThat(one.differenceTo(other)).hasToString("");
  }

  @Test
  void a_string_counts_as_written() throws SQLException {
    assertThat(
            facts("create table t (kind text check (kind in ('A')))")
                .differenceTo(facts("create table t (kind text check (kind in ('a')))")))
        .hasToString(
            """
            - check t: kind in('A')
            + check t: kind in('a')
            """);
  }

  private SchemaFacts facts(String... statements) throws SQLException {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      database.execute(statements);
      try (Connection connection = database.connection()) {
        return SchemaFacts.of(connection);
      }
    }
  }
}
