package dev.limbeck.dialect.sqlite;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.blob;
import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.nativeType;
import static dev.limbeck.model.Types.uuid;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a table keeps when SQLite has to build it anew. */
class TableRebuildTest extends OnLiveSqlite {
  @Test
  void a_rebuild_is_written_in_the_order_that_sqlite_recommends() throws SQLException {
    database.execute(
        "CREATE TABLE person (id integer, name varchar(10), PRIMARY KEY (id))",
        "CREATE INDEX ix_person_name ON person (name)",
        "CREATE TRIGGER tr AFTER INSERT ON person BEGIN SELECT 1; END",
        "INSERT INTO person VALUES (1, NULL), (7, 'Ada')");
    List<String> statements =
        live.run(
            op ->
                op.alterTable(
                    "person", t -> t.alterColumn("name").nullable(true, false).fill("'nobody'")));
    assertThat(statements)
        .containsExactly(
            "PRAGMA legacy_alter_table = ON",
            """
            CREATE TABLE _limbeck_new_person (
              id integer,
              name varchar(10) NOT NULL,
              PRIMARY KEY (id)
            )""",
            "INSERT INTO _limbeck_new_person (id, name)"
                + " SELECT id, coalesce(name, 'nobody') FROM person",
            "DROP TABLE person",
            "ALTER TABLE _limbeck_new_person RENAME TO person",
            "CREATE INDEX ix_person_name ON person (name)",
            "CREATE TRIGGER tr AFTER INSERT ON person BEGIN SELECT 1; END",
            "PRAGMA legacy_alter_table = OFF");
    assertThat(rows("SELECT * FROM person"))
        .containsExactly(List.of(1, "nobody"), List.of(7, "Ada"));
  }

  @Test
  void a_check_may_name_its_own_table() throws SQLException {
    database.execute(
        """
        CREATE TABLE person (
          id integer,
          age integer CHECK (person.age > 0 AND "Person" . "age" < 'person.age'),
          PRIMARY KEY (id)
        )""",
        "INSERT INTO person (id, age) VALUES (1, 7)");
    Table before = live.table("person");
    live.run(op -> op.alterTable("person", t -> t.addUnique("uq_age", "age")));
    live.run(op -> op.alterTable("person", t -> t.dropUnique("uq_age", "age")));
    assertThat(live.table("person")).isEqualTo(before);
    assertThat(rows("SELECT * FROM person")).containsExactly(List.of(1, 7));
  }

  @Test
  void all_that_a_table_is_stays() throws SQLException {
    database.execute(
        "CREATE TABLE parent (id integer, PRIMARY KEY (id))",
        "INSERT INTO parent VALUES (1)",
        """
        CREATE TABLE "Odd Table" (
          id INTEGER CONSTRAINT pk_odd PRIMARY KEY AUTOINCREMENT,
          code TEXT NOT NULL COLLATE NOCASE DEFAULT ('a' || 'b') CHECK (length(code) > 1),
          parent_id INTEGER CONSTRAINT fk_parent REFERENCES parent ON DELETE CASCADE
            DEFERRABLE INITIALLY DEFERRED,
          self INTEGER REFERENCES "Odd Table" (id),
          twice INTEGER GENERATED ALWAYS AS (id * 2) VIRTUAL,
          stored INTEGER GENERATED ALWAYS AS (id * 3) STORED,
          "gr""own" ANY,
          CONSTRAINT uq_code UNIQUE (code, parent_id)
        ) STRICT
        """,
        "CREATE INDEX ix_partial ON \"Odd Table\" (lower(code) DESC, parent_id COLLATE BINARY)"
            + " WHERE parent_id IS NOT NULL",
        "INSERT INTO \"Odd Table\" (code, parent_id, self, \"gr\"\"own\")"
            + " VALUES ('xy', 1, NULL, x'00'), ('zz', NULL, 1, 5)",
        "DELETE FROM \"Odd Table\" WHERE code = 'zz'",
        "CREATE VIEW v AS SELECT code, twice FROM \"Odd Table\"");
    Table before = live.table("Odd Table");
    List<String> statements =
        live.run(
            op -> op.alterTable("Odd Table", t -> t.addUnique("uq_parent", "parent_id", "self")));
    assertThat(statements).startsWith("PRAGMA legacy_alter_table = ON");
    live.run(op -> op.alterTable("Odd Table", t -> t.dropUnique("uq_parent", "parent_id", "self")));
    assertThat(live.table("Odd Table")).isEqualTo(before);
    assertThat(before.options()).isEqualTo("AUTOINCREMENT, STRICT");
    assertThat(rows("SELECT id, code, parent_id, twice, stored FROM \"Odd Table\""))
        .containsExactly(List.of(1, "xy", 1, 2, 3));
    assertThat(rows("SELECT * FROM v")).containsExactly(List.of("xy", 2));
    database.execute("INSERT INTO \"Odd Table\" (code) VALUES ('nn')");
    assertThat(rows("SELECT max(id) FROM \"Odd Table\"")).containsExactly(List.of(3));
  }

  @Test
  void identifiers_stay_the_same_between_bytes_and_text() throws SQLException {
    String uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    database.execute(
        "CREATE TABLE t (id integer, a blob, PRIMARY KEY (id))",
        "INSERT INTO t VALUES (1, x'0F8FAD5BD9CB469FA16570867728950E'), (2, NULL), (3, 'text')");
    live.run(op -> op.alterTable("t", t -> t.alterColumn("a").type(uuid(), varchar(36))));
    assertThat(database.rows("SELECT id, a, typeof(a) FROM t"))
        .hasToString("[[1, " + uuid + ", text], [2, null, null], [3, text, text]]");
    live.run(op -> op.alterTable("t", t -> t.alterColumn("a").type(varchar(36), uuid())));
    assertThat(database.rows("SELECT id, hex(a), typeof(a) FROM t"))
        .hasToString(
            "[[1, 0F8FAD5BD9CB469FA16570867728950E, blob], [2, , null], [3, 74657874, blob]]");
  }

  @Test
  void children_of_a_rebuilt_parent_are_not_lost() throws SQLException {
    database.execute(
        "CREATE TABLE parent (id integer, name text, PRIMARY KEY (id))",
        "CREATE TABLE child (id integer, parent_id integer,"
            + " FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE, PRIMARY KEY (id))",
        "INSERT INTO parent VALUES (1, 'p')",
        "INSERT INTO child VALUES (5, 1)");
    live.run(
        op ->
            op.alterTable(
                "parent", t -> t.alterColumn("name").type(nativeType("text"), varchar(9))));
    assertThat(rows("SELECT * FROM child")).containsExactly(List.of(5, 1));
    assertThat(live.table("child").foreignKeys().get(0).target()).hasToString("parent");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("DELETE FROM parent");
    }
    assertThat(rows("SELECT * FROM child")).isEmpty();
  }

  @Test
  void a_revision_that_leaves_rows_without_their_parent_is_refused() throws SQLException {
    database.execute(
        "CREATE TABLE parent (id integer, PRIMARY KEY (id))",
        "CREATE TABLE child (id integer, parent_id integer REFERENCES parent (id), PRIMARY KEY (id))",
        "INSERT INTO parent VALUES (1)",
        "INSERT INTO child VALUES (5, 1), (6, 99)");
    live.run(op -> op.alterTable("child", t -> t.addColumn("note", clob())));
    assertThatThrownBy(() -> live.run(op -> op.execute("DELETE FROM parent")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-408")
        .hasMessageContaining("child: row 5 refers to a row of parent that does not exist")
        .hasMessageNotContaining("row 6");
    assertThat(rows("SELECT * FROM parent")).containsExactly(List.of(1));
  }

  @Test
  void a_view_that_would_break_is_found() throws SQLException {
    database.execute(
        "CREATE TABLE t (id integer, a text, b text UNIQUE, PRIMARY KEY (id))",
        "CREATE VIEW v AS SELECT b FROM t");
    assertThatThrownBy(() -> live.run(op -> op.alterTable("t", t -> t.dropColumn("b"))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("view v: ")
        .hasMessageContaining("no such column: b");
  }

  @Test
  void a_trigger_that_would_break_is_found() throws SQLException {
    database.execute(
        "CREATE TABLE t (id integer, a text, b text UNIQUE, PRIMARY KEY (id))",
        "CREATE TRIGGER tr AFTER UPDATE ON t BEGIN DELETE FROM t WHERE b = new.b; END");
    assertThatThrownBy(() -> live.run(op -> op.alterTable("t", t -> t.dropColumn("b"))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("triggers of t: ")
        .hasMessageContaining("b");
  }

  @Test
  void renames_beside_a_rebuild_reach_views_triggers_and_children() throws SQLException {
    database.execute(
        "CREATE TABLE p (id integer, old_code text UNIQUE CHECK (old_code <> ''), n int, PRIMARY KEY (id))",
        "CREATE TABLE c (id integer, code text REFERENCES p (old_code), PRIMARY KEY (id))",
        "CREATE VIEW v AS SELECT old_code FROM p",
        "CREATE TRIGGER tr AFTER INSERT ON p BEGIN UPDATE p SET n = length(new.old_code) WHERE id = new.id; END",
        "INSERT INTO p VALUES (1, 'abc', NULL)");
    live.run(
        op ->
            op.alterTable(
                "p",
                t -> {
                  t.renameColumn("old_code", "code");
                  t.alterColumn("n").type(integer(), bigint()).using("length(code) * 10");
                  t.addColumn("m", bigint()).notNull().fill("n + length(old_code)");
                }));
    assertThat(rows("SELECT id, code, n, m FROM p")).containsExactly(List.of(1, "abc", 30, 6));
    assertThat(rows("SELECT * FROM v")).containsExactly(List.of("abc"));
    assertThat(live.table("c").foreignKeys().get(0).targetColumns()).hasToString("[code]");
    database.execute("INSERT INTO p (id, code, m) VALUES (2, 'de', 0)");
    assertThat(rows("SELECT n FROM p WHERE id = 2")).containsExactly(List.of(2));
  }

  @Test
  void a_name_may_be_given_up_and_taken_again() throws SQLException {
    database.execute(
        "CREATE TABLE t (id integer, a text, b text, PRIMARY KEY (id))",
        "INSERT INTO t VALUES (1, 'x', 'y')");
    live.run(
        op ->
            op.alterTable(
                "t",
                t -> {
                  t.renameColumn("a", "c");
                  t.addColumn("a", integer()).notNull().fill("length(c)");
                  t.addCheck("ck", "a > 0");
                  t.renameColumn("b", "b2");
                  t.dropColumn("b2");
                }));
    assertThat(rows("SELECT id, c, a FROM t")).containsExactly(List.of(1, "x", 1));
    assertThat(live.table("t").columns()).hasSize(3);
  }

  @Test
  void values_change_with_their_type() throws SQLException {
    database.execute(
        "CREATE TABLE t (id integer, a varchar(9), b integer, c blob, d clob, PRIMARY KEY (id))",
        "INSERT INTO t VALUES (1, '12', 34, x'4142', 'CD'), (2, 'no number', NULL, NULL, NULL)");
    live.run(
        op ->
            op.alterTable(
                "t",
                t -> {
                  t.alterColumn("a").type(varchar(9), integer());
                  t.alterColumn("b").type(integer(), varchar(9));
                  t.alterColumn("c").type(blob(), clob());
                  t.alterColumn("d").type(clob(), blob());
                }));
    assertThat(rows("SELECT a, typeof(a), b, typeof(b), c, typeof(c), hex(d), typeof(d) FROM t"))
        .containsExactly(
            List.of(12, "integer", "34", "text", "AB", "text", "4344", "blob"),
            Arrays.asList("no number", "text", null, "null", null, "null", "", "null"));
  }

  @Test
  void comments_in_the_definition_stay() throws SQLException {
    database.execute(
        """
        CREATE TABLE t ( -- all of t
          id integer, -- the key, of course
          /* a name */ name varchar(9) /* short */ NOT NULL,
          -- the last
          note text,
          -- keys
          PRIMARY KEY (id) -- one
          -- the end
        )
        """);
    live.run(
        op ->
            op.alterTable(
                "t",
                t -> {
                  t.renameColumn("name", "title");
                  t.addUnique("uq_note", "note");
                }));
    live.run(op -> op.alterTable("t", t -> t.dropUnique("uq_note", "note")));
    assertThat(rows("SELECT sql FROM sqlite_schema WHERE name = 't'"))
        .containsExactly(
            List.of(
                """
                CREATE TABLE "t" (
                  -- all of t
                  -- the key, of course
                  id integer,
                  /* a name */
                  /* short */
                  title varchar(9) NOT NULL,
                  -- the last
                  note text,
                  PRIMARY KEY (id)
                  -- keys
                  -- one
                  -- the end
                )"""));
  }

  @Test
  void a_rebuild_that_would_lose_something_is_refused() throws SQLException {
    database.execute(
        "CREATE TABLE t (id integer, a text UNIQUE ON CONFLICT REPLACE, PRIMARY KEY (id))");
    assertThatThrownBy(() -> live.run(op -> op.alterTable("t", t -> t.addUnique("uq", "id", "a"))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-421 SQLite has to rebuild the table t")
        .hasMessageContaining("a UNIQUE ON CONFLICT REPLACE");
    live.run(op -> op.alterTable("t", t -> t.addColumn("b", integer())));
    assertThat(live.table("t").columns()).hasSize(3);
  }

  @Test
  void the_connection_keeps_its_settings() throws SQLException {
    database.execute("CREATE TABLE t (id integer, a text, PRIMARY KEY (id))");
    SqliteDeployment deployment = (SqliteDeployment) new SqliteDialect().deployment();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      assertThat(deployment.afterTransaction(connection))
          .containsExactly("PRAGMA foreign_keys = ON", "PRAGMA legacy_alter_table = OFF");
    }
  }
}
