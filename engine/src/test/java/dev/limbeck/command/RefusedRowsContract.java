package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Further demands on the facade: which rows refuse a change. */
abstract class RefusedRowsContract extends LimbeckContract {

  @Test
  void rows_are_counted_by_the_names_that_columns_have_before_the_block() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op ->
                        op.createTable(
                            "t",
                            t -> {
                              t.column("k", integer());
                              t.column("n", integer());
                            }),
                    op -> op.dropTable("t"))
                .then(
                    "two",
                    op ->
                        op.alterTable(
                            "t",
                            t -> {
                              t.addColumn("q", integer()).defaultValue("1");
                              t.renameColumn("q", "w");
                              t.alterColumn("w").nullable(true, false);
                              t.renameColumn("k", "z");
                              t.renameColumn("n", "k");
                              t.alterColumn("k").nullable(true, false);
                            }),
                    op ->
                        op.alterTable(
                            "t",
                            t -> {
                              t.alterColumn("k").nullable(false, true);
                              t.renameColumn("k", "n");
                              t.renameColumn("z", "k");
                              t.dropColumn("w");
                            }))
                .then(
                    "three",
                    op ->
                        op.alterTable(
                            "t",
                            t -> {
                              t.renameColumn("z", "k2");
                              t.alterColumn("k2").nullable(true, false);
                            }),
                    op -> {}));
    limbeck.upgrade("one");
    database.execute("insert into t (k, n) values (null, 7)");
    limbeck.upgrade("two");
    assertThat(database.rows("select z, k, w from t")).hasToString("[[null, 7, 1]]");
    assertThatThrownBy(() -> limbeck.upgrade("three"))
        .hasMessageContaining("LMB-220")
        .hasMessageContaining("has null in it");
    limbeck.downgrade("one");
    assertThat(database.rows("select k, n from t")).hasToString("[[null, 7]]");
  }
}
