package dev.limbeck.dialect.sqlite;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Operations;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQLite does to a table as it stands, and what folds or needs nothing at all. */
class InPlaceChangeTest extends OnLiveSqlite {
  @BeforeEach
  void makeTables() {
    database.execute(
        "CREATE TABLE t (id integer, a text, b text, c text, PRIMARY KEY (id), CHECK (b <> ''))",
        "CREATE INDEX ix_c ON t (c)",
        "INSERT INTO t VALUES (1, 'x', 'y', 'z')");
  }

  /** SQLite renames a row id only where its key stands before unique constraints on it. */
  @Test
  void a_row_id_in_a_unique_constraint_is_renamed() throws SQLException {
    database.execute(
        "CREATE TABLE u (k integer NOT NULL, b text, UNIQUE (k, b), PRIMARY KEY (k))",
        "INSERT INTO u VALUES (7, 'x')");

    statements(op -> op.alterTable("u", t -> t.renameColumn("k", "id")));
    statements(op -> op.alterTable("u", t -> t.renameColumn("id", "number")));

    assertThat(database.rows("SELECT number, b FROM u")).containsExactly(List.of(7, "x"));
  }

  /** Without row ids, SQLite renames such a key only where it stands behind them. */
  @Test
  void a_key_in_a_unique_constraint_is_renamed_without_row_ids() throws SQLException {
    database.execute(
        "CREATE TABLE u (k integer NOT NULL, b text, PRIMARY KEY (k), UNIQUE (k, b)) WITHOUT ROWID",
        "INSERT INTO u VALUES (7, 'x')");

    statements(op -> op.alterTable("u", t -> t.renameColumn("k", "id")));
    statements(op -> op.alterTable("u", t -> t.renameColumn("id", "number")));

    assertThat(database.rows("SELECT number, b FROM u")).containsExactly(List.of(7, "x"));
  }

  /** SQLite keeps no table without a column, not even for a moment. */
  @Test
  void all_columns_may_be_replaced() throws SQLException {
    database.execute(
        "CREATE TABLE single (a text)",
        "CREATE TABLE doubled (a integer, b integer GENERATED ALWAYS AS (c + 1), c integer)",
        "INSERT INTO single VALUES ('x')");

    statements(
        op -> {
          op.alterTable(
              "single",
              t -> {
                t.dropColumn("a");
                t.addColumn("b", integer()).fill("1");
              });
          op.alterTable(
              "doubled",
              t -> {
                t.dropColumn("b");
                t.dropColumn("a");
                t.dropColumn("c");
                t.addColumn("d", integer());
              });
        });

    assertThat(database.rows("SELECT * FROM single")).containsExactly(List.of(1));
    assertThat(database.rows("SELECT * FROM doubled")).isEmpty();
  }

  @Test
  void columns_are_added_where_sqlite_takes_them() throws SQLException {
    assertThat(
            statements(
                op ->
                    op.alterTable(
                        "t",
                        t -> {
                          t.addColumn("d", varchar(9));
                          t.addColumn("e", integer()).notNull().defaultValue("-1");
                          t.addColumn("f", clob()).fill("a || b");
                          t.addColumn("g", integer()).computedAtReading("e + 1");
                        })))
        .containsExactly(
            "ALTER TABLE t ADD COLUMN d varchar(9)",
            "ALTER TABLE t ADD COLUMN e integer DEFAULT -1 NOT NULL",
            "ALTER TABLE t ADD COLUMN f clob",
            "UPDATE t SET f = a || b",
            "ALTER TABLE t ADD COLUMN g integer GENERATED ALWAYS AS (e + 1) VIRTUAL");
    assertThat(database.rows("SELECT e, f, g FROM t")).containsExactly(List.of(-1, "xy", 0));
  }

  @Test
  void columns_that_sqlite_does_not_take_rebuild_the_table() throws SQLException {
    List<Consumer<Operations>> changes =
        List.of(
            op ->
                op.alterTable(
                    "t", t -> t.addColumn("d", timestamp()).defaultValue("current_timestamp")),
            op -> op.alterTable("t", t -> t.addColumn("e", integer()).notNull().fill("7")),
            op -> op.alterTable("t", t -> t.addColumn("f", integer()).computed("id * 2")));
    for (Consumer<Operations> change : changes) {
      assertThat(statements(change)).startsWith("PRAGMA legacy_alter_table = ON");
    }
    assertThat(database.rows("SELECT length(d), e, f FROM t")).containsExactly(List.of(19, 7, 2));
  }

  @Test
  void unused_columns_are_dropped_in_place_and_used_ones_by_a_rebuild() throws SQLException {
    assertThat(statements(op -> op.alterTable("t", t -> t.dropColumn("a"))))
        .containsExactly("ALTER TABLE t DROP COLUMN a");
    assertThat(statements(op -> op.alterTable("t", t -> t.dropColumn("c"))))
        .startsWith("PRAGMA legacy_alter_table = ON");
    assertThat(live.table("t").columns()).hasSize(2);
    assertThat(live.table("t").indexes()).isEmpty();
  }

  @Test
  void indexes_come_and_go_in_place() throws SQLException {
    assertThat(
            statements(
                op ->
                    op.alterTable(
                        "t",
                        t -> {
                          t.renameIndex("ix_c", "ix_d");
                          t.addIndex("ix_a", "a", "b").where("a > ''");
                          t.dropIndex("ix_d");
                          t.renameColumn("a", "Select");
                        })))
        .containsExactly(
            "DROP INDEX ix_c",
            "CREATE INDEX ix_d ON t (c)",
            "CREATE INDEX ix_a ON t (a, b) WHERE a > ''",
            "DROP INDEX ix_d",
            "ALTER TABLE t RENAME COLUMN a TO \"Select\"");
  }

  @Test
  void what_sqlite_cannot_show_takes_no_statement() throws SQLException {
    assertThat(
            statements(
                op -> {
                  op.createSchema("s");
                  op.alterTable(
                      "t",
                      t -> {
                        t.comment(null, "A table");
                        t.alterColumn("id").type(integer(), bigint()).comment(null, "The key");
                      });
                  op.createEnumType("mood", "GOOD", "BAD");
                  op.dropSchema("s");
                }))
        .isEmpty();
  }

  @Test
  void circular_references_fold_into_the_creation() throws SQLException {
    assertThat(
            statements(
                op -> {
                  op.createTable(
                      "x",
                      t -> {
                        t.column("id", bigint()).identity();
                        t.column("y_id", bigint());
                        t.primaryKey("pk_x", "id");
                      });
                  op.createTable(
                      "y",
                      t -> {
                        t.column("id", bigint()).identity();
                        t.primaryKey("pk_y", "id");
                      });
                  op.alterTable(
                      "x",
                      t -> {
                        t.addForeignKey("fk_x_y", "y_id").references("y", "id");
                        t.addIndex("ix_x_y", "y_id");
                      });
                }))
        .containsExactly(
            """
            CREATE TABLE x (
              id integer,
              y_id bigint,
              CONSTRAINT pk_x PRIMARY KEY (id),
              CONSTRAINT fk_x_y FOREIGN KEY (y_id) REFERENCES y (id)
            )""",
            "CREATE INDEX ix_x_y ON x (y_id)",
            """
            CREATE TABLE y (
              id integer,
              CONSTRAINT pk_y PRIMARY KEY (id)
            )""");
    assertThat(
            statements(
                op -> {
                  op.alterTable("x", t -> t.dropForeignKey("fk_x_y", "y_id").references("y", "id"));
                  op.dropTable("y");
                  op.dropTable("x");
                }))
        .containsExactly("DROP TABLE y", "DROP TABLE x");
  }

  @Test
  void opaque_sql_keeps_what_follows_behind_it() throws SQLException {
    assertThat(
            statements(
                op -> {
                  op.createTable("x", t -> t.column("a", integer()));
                  op.execute("INSERT INTO x VALUES (1)");
                  op.alterTable("x", t -> t.addColumn("b", integer()));
                }))
        .containsExactly(
            """
            CREATE TABLE x (
              a integer
            )""",
            "INSERT INTO x VALUES (1)",
            "ALTER TABLE x ADD COLUMN b integer");
  }

  @Test
  void tables_and_sequences_are_renamed() throws SQLException {
    assertThat(
            statements(
                op -> {
                  op.createSequence("s").startWith(5).incrementBy(50);
                  op.renameSequence("s", "s2");
                  op.renameTable("t", "t2");
                }))
        .containsExactly(
            "CREATE TABLE s (next_val bigint)",
            "INSERT INTO s (next_val) VALUES (5)",
            "ALTER TABLE s RENAME TO s2",
            "ALTER TABLE t RENAME TO t2");
  }

  private List<String> statements(Consumer<Operations> body) throws SQLException {
    return live.run(body);
  }
}
