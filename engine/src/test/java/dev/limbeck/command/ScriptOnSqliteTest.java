package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.ScriptClient.Outcome;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptOnSqliteTest extends ScriptContract {
  @TempDir Path directory;

  @Override
  TestDatabase fresh() {
    return TestSqlite.fresh(directory);
  }

  @Override
  String dialect() {
    return "sqlite";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table t add column by_hand integer",
        "create index by_hand on t (name)",
        "create trigger by_hand after insert on t begin delete from t where id = new.id; end"
      })
  void a_rebuild_that_would_lose_what_hands_made_fails_before_it(String byHand) {
    Limbeck limbeck = limbeck(null, rebuilding());
    run(limbeck.upgradeScript("one", dialect()));
    scripted.execute(byHand);
    List<List<Object>> before = schema();

    Outcome outcome = outcome(limbeck.upgradeScript("one:two", dialect()));

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.output()).contains("columns, indexes or triggers that this script does not");
    assertThat(schema()).isEqualTo(before);
  }

  @Test
  void new_rows_without_their_parents_fail_and_old_ones_do_not() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op -> {
                  op.createTable(
                      "parent",
                      t -> {
                        t.column("id", bigint()).notNull();
                        t.primaryKey("pk_parent", "id");
                      });
                  op.createTable(
                      "child",
                      t -> {
                        t.column("parent_id", bigint());
                        t.foreignKey("fk_child", "parent_id").references("parent", "id");
                      });
                },
                op -> {})
            .then("two", op -> op.execute("update child set parent_id = parent_id"), op -> {})
            .then("three", op -> op.execute("delete from parent"), op -> {});
    Limbeck limbeck = limbeck(null, revisions);
    run(limbeck.upgradeScript("one", dialect()));
    scripted.execute("insert into parent values (1)", "insert into child values (1), (99)");

    Outcome outcome = outcome(limbeck.upgradeScript("one:head", dialect()));

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.output()).contains("rows whose foreign keys lead nowhere");
    assertThat(scripted.rows("select version_num from limbeck_version").toString())
        .isEqualTo("[[two]]");
    assertThat(scripted.rows("select id from parent")).hasSize(1);
  }

  @Test
  void what_follows_sql_of_the_tables_is_marked() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", op -> op.createTable("t", t -> t.column("id", bigint())), op -> {})
            .then(
                "two",
                op -> {
                  op.execute("update t set id = 1; create view v as select id from t");
                  op.alterTable("t", t -> t.addColumn("a", bigint()));
                },
                op -> {})
            .then(
                "three",
                op -> {
                  op.execute("create index i on t (id)");
                  op.alterTable("t", t -> t.addColumn("b", bigint()));
                },
                op -> {});
    Limbeck limbeck = limbeck(null, revisions);

    assertThat(limbeck.upgradeScript("two", dialect()).text()).doesNotContain("provisional");
    assertThat(limbeck.upgradeScript("two:three", dialect()).text())
        .containsSubsequence("create index i", "-- provisional:", "ALTER TABLE t ADD COLUMN b");
  }

  private static FixedRevisions rebuilding() {
    return new FixedRevisions()
        .then(
            "one",
            op ->
                op.createTable(
                    "t",
                    t -> {
                      t.column("id", bigint());
                      t.column("name", varchar(10));
                      t.index("ix_t_id", "id");
                    }),
            op -> {})
        .then(
            "two",
            op -> op.alterTable("t", t -> t.alterColumn("name").nullable(true, false)),
            op -> {});
  }

  private List<List<Object>> schema() {
    return scripted.rows("select name, sql from sqlite_schema order by name");
  }
}
