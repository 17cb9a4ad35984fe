package dev.limbeck.plan;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Generation;
import dev.limbeck.model.SqlExpression;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LossTest {

  private static List<String> losses(Consumer<Operations> body) {
    return Loss.of(Recorder.record(body).operations(), "postgresql").stream()
        .map(loss -> loss.text() + " <- " + loss.table() + "." + loss.column())
        .toList();
  }

  @Test
  void what_was_there_before_is_lost_under_the_name_that_it_had() {
    assertThat(
            losses(
                op -> {
                  op.renameTable("a", "b");
                  op.alterTable(
                      "b",
                      t -> {
                        t.renameColumn("x", "y");
                        t.dropColumn("y");
                        t.dropIndex("ix_b_z", "z");
                      });
                  op.dropTable("c");
                }))
        .containsExactly("column b.y <- a.x", "table c <- c.null");
  }

  @Test
  void what_the_revision_made_itself_is_no_loss() {
    assertThat(
            losses(
                op -> {
                  op.createTable("t", t -> t.column("id", bigint()));
                  op.alterTable("t", t -> t.dropColumn("id"));
                  op.renameTable("t", "u");
                  op.dropTable("u");
                  op.alterTable(
                      "v",
                      t -> {
                        t.addColumn("a", bigint());
                        t.dropColumn("a");
                      });
                }))
        .isEmpty();
  }

  @Test
  void values_that_a_formula_replaces_are_lost() {
    Generation formula = Generation.computed(SqlExpression.of("a + 1"), true);
    Generation other = Generation.computed(SqlExpression.of("a + 2"), true);
    assertThat(
            losses(
                op ->
                    op.alterTable(
                        "t",
                        t -> {
                          t.alterColumn("b").generation(null, formula);
                          t.alterColumn("c").generation(formula, other);
                          t.alterColumn("d").generation(formula, null);
                        })))
        .containsExactly("what rows hold in column t.b <- t.b");
  }

  @Test
  void sql_that_deletes_is_named_and_other_sql_is_not() {
    assertThat(
            losses(
                op -> {
                  op.execute("UPDATE t SET a = 1; DROP INDEX ix; DELETE FROM t");
                  op.execute("alter table t drop column b");
                  op.onlyOn("sqlite", o -> o.execute("DROP TABLE never"));
                  op.outsideTransaction(o -> o.execute("TRUNCATE t"));
                }))
        .containsExactly(
            "what this deletes: DELETE FROM t <- null.null",
            "what this deletes: alter table t drop column b <- null.null",
            "what this deletes: TRUNCATE t <- null.null");
  }
}
