package dev.limbeck.dialect.sqlite;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.smallint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of keys when SQLite has to build a table anew. */
class KeyRebuildTest extends OnLiveSqlite {
  @Test
  void keys_change() throws SQLException {
    database.execute(
        "CREATE TABLE t (id integer, code varchar(5) NOT NULL, CONSTRAINT pk PRIMARY KEY (id))",
        "INSERT INTO t VALUES (1, 'a'), (2, 'b')");
    live.run(
        op ->
            op.alterTable(
                "t",
                t -> {
                  t.alterColumn("id").generation(Generation.identity(), null);
                  t.dropPrimaryKey("pk", "id");
                  t.addPrimaryKey("pk2", "code");
                  t.addCheck("ck", CheckCondition.oneOf("code", "a", "b"));
                }));
    Table table = live.table("t");
    assertThat(table.primaryKey()).hasToString("PrimaryKey[name=pk2, columns=[code]]");
    assertThat(table.columns().get(0).generation()).isNull();
    live.run(
        op ->
            op.alterTable(
                "t",
                t -> {
                  t.dropPrimaryKey("pk2", "code");
                  t.addPrimaryKey("pk", "id");
                  t.alterColumn("id").generation(null, Generation.identity());
                }));
    assertThat(live.table("t").columns().get(0).generation()).isEqualTo(Generation.identity());
    database.execute("INSERT INTO t (code) VALUES ('b')");
    assertThat(rows("SELECT id FROM t")).containsExactly(List.of(1), List.of(2), List.of(3));
  }

  @Test
  void the_declared_type_of_a_key_stays_until_it_becomes_an_identity() throws SQLException {
    database.execute("CREATE TABLE t (id bigint not null, n int, primary key (id))");
    live.run(op -> op.alterTable("t", t -> t.addUnique("uq", "n")));
    assertThat(declaredTypes("t")).containsExactly("bigint", "integer");
    live.run(
        op -> op.alterTable("t", t -> t.alterColumn("id").generation(null, Generation.identity())));
    assertThat(declaredTypes("t")).containsExactly("integer", "integer");
  }

  @Test
  void an_identity_is_an_integer_of_whatever_type_it_was_and_is_to_be() throws SQLException {
    live.run(
        op ->
            op.createTable(
                "t",
                t -> {
                  t.column("id", smallint()).identity();
                  t.primaryKey("pk", "id");
                }));
    live.run(op -> op.alterTable("t", t -> t.alterColumn("id").type(smallint(), bigint())));
    assertThat(declaredTypes("t")).containsExactly("integer");
    live.run(op -> op.alterTable("t", t -> t.alterColumn("id").type(bigint(), smallint())));
    assertThat(declaredTypes("t")).containsExactly("integer");
    assertThat(live.table("t").columns().get(0).generation()).isEqualTo(Generation.identity());
  }

  private List<String> declaredTypes(String table) {
    return rows("SELECT lower(type) FROM pragma_table_xinfo('" + table + "')").stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  @Test
  void a_table_without_row_ids_changes_its_primary_key_and_does_not_lose_it() throws SQLException {
    database.execute("CREATE TABLE t (id integer, n int not null, primary key (id)) WITHOUT ROWID");
    database.execute("INSERT INTO t VALUES (1, 7)");
    assertThatThrownBy(
            () -> live.run(op -> op.alterTable("t", t -> t.dropPrimaryKey("pk_t", "id"))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-421 SQLite has to rebuild the table t")
        .hasMessageContaining("it is WITHOUT ROWID, and would have no primary key");
    live.run(
        op ->
            op.alterTable(
                "t",
                t -> {
                  t.dropPrimaryKey("pk_t", "id");
                  t.addPrimaryKey("pk_t", "n");
                }));
    assertThat(rows("SELECT name FROM pragma_table_info('t') WHERE pk = 1").toString())
        .isEqualTo("[[n]]");
    assertThat(rows("SELECT * FROM t").toString()).isEqualTo("[[1, 7]]");
  }

  @Test
  void an_identity_that_is_no_key_numbers_the_rows() throws SQLException {
    database.execute("CREATE TABLE t (a text)", "INSERT INTO t VALUES ('x'), ('y')");
    live.run(op -> op.alterTable("t", t -> t.addColumn("id", bigint()).identity()));
    assertThat(rows("SELECT a, id FROM t")).containsExactly(List.of("x", 1), List.of("y", 2));
  }

  @Test
  void an_identity_whose_key_comes_later_is_one() throws SQLException {
    database.execute("CREATE TABLE t (a text)", "INSERT INTO t VALUES ('x'), ('y')");
    live.run(
        op -> {
          op.alterTable("t", t -> t.addColumn("id", bigint()).identity());
          op.alterTable("t", t -> t.addPrimaryKey("pk", "id"));
        });
    database.execute("INSERT INTO t (a) VALUES ('z')");
    assertThat(live.table("t").columns().get(1).generation()).isEqualTo(Generation.identity());
    assertThat(rows("SELECT a, id FROM t"))
        .containsExactly(List.of("x", 1), List.of("y", 2), List.of("z", 3));
  }

  @Test
  void a_table_without_row_ids_gets_another_key_in_blocks_of_their_own() throws SQLException {
    database.execute(
        "CREATE TABLE t (a text NOT NULL, CONSTRAINT pk PRIMARY KEY (a)) WITHOUT ROWID",
        "INSERT INTO t VALUES ('x')");
    live.run(
        op -> {
          op.alterTable("t", t -> t.dropPrimaryKey("pk", "a"));
          op.alterTable("t", t -> t.addColumn("b", bigint()).notNull().fill("7"));
          op.alterTable("t", t -> t.addPrimaryKey("pk_b", "b"));
        });
    assertThat(live.table("t").primaryKey()).hasToString("PrimaryKey[name=pk_b, columns=[b]]");
    assertThat(rows("SELECT a, b FROM t")).containsExactly(List.of("x", 7));
  }
}
