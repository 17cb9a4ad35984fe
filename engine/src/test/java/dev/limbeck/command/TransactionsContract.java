package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.migration.Operations;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.JournalRow;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How much one transaction holds; a subclass for each database. */
abstract class TransactionsContract extends DatabaseContract {
  private static final String NAMES = "SELECT name FROM author ORDER BY id";

  private boolean broken = true;

  final Limbeck limbeck(Transactions transactions, FixedRevisions revisions) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(revisions)
        .transactions(transactions)
        .build();
  }

  private static void insert(Operations op, int id, String name) {
    op.execute("INSERT INTO author (id, name) VALUES (" + id + ", '" + name + "')");
  }

  /** Two revisions, of which the second fails at its second operation until it is repaired. */
  private FixedRevisions two() {
    Consumer<Operations> second =
        op -> {
          insert(op, 1, "first");
          op.execute(
              "INSERT INTO author (id, name) VALUES (2, " + (broken ? "null)" : "'second')"));
        };
    return new FixedRevisions()
        .then("one", HistoryContract.author(100), op -> op.dropTable("author"))
        .then("two", second, op -> op.execute("DELETE FROM author"));
  }

  @Test
  void all_are_rolled_back_where_one_fails() {
    assertThatThrownBy(() -> limbeck(Transactions.ALL, two()).upgrade("head"))
        .hasMessageStartingWith("LMB-405 Revision two failed.")
        .hasMessageEndingWith("In one transaction with it were, and are rolled back too: one.");

    assertThat(limbeck(Transactions.ALL, two()).current().rows()).isEmpty();
    assertThat(
            database.rows(
                "SELECT revision, outcome FROM limbeck_history ORDER BY revision, outcome"))
        .hasToString("[[two, failed]]");
  }

  @Test
  void all_are_done_together_up_and_down() {
    broken = false;
    Limbeck limbeck = limbeck(Transactions.ALL, two());

    assertThat(limbeck.upgrade("head").steps()).hasSize(2);
    assertThat(limbeck.current().rows()).containsExactly("two");
    assertThat(database.rows(NAMES)).hasToString("[[first], [second]]");
    assertThat(limbeck.verify()).isEmpty();

    assertThat(limbeck.downgrade("base").steps()).hasSize(2);
    assertThat(limbeck.current().rows()).isEmpty();
    assertThat(database.rows("SELECT revision, direction FROM limbeck_history ORDER BY id"))
        .hasToString("[[one, upgrade], [two, upgrade], [two, downgrade], [one, downgrade]]");
  }

  @Test
  void what_has_to_stand_outside_is_refused_before_anything_runs() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", HistoryContract.author(100), op -> op.dropTable("author"))
            .then("two", op -> op.outsideTransaction(o -> insert(o, 1, "first")), op -> {})
            .then("three", op -> op.execute("VACUUM"), op -> {});

    for (Limbeck limbeck : List.of(limbeck(Transactions.ALL, revisions))) {
      assertThatThrownBy(() -> limbeck.upgrade("head"))
          .hasMessageStartingWith("LMB-444 These revisions cannot be in one transaction.\n  two   ")
          .hasMessageContaining("INSERT INTO author (id, name) VALUES (1, 'first')\n  three   ")
          .hasMessageContaining("   VACUUM\n");
      assertThatThrownBy(() -> limbeck.planUpgrade("head")).hasMessageStartingWith("LMB-444");
      assertThat(limbeck.current().rows()).isEmpty();
    }
  }

  @Test
  void what_is_half_done_is_finished_alone() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", HistoryContract.author(100), op -> op.dropTable("author"))
            .then(
                "two",
                op -> {
                  op.outsideTransaction(o -> insert(o, 1, "first"));
                  op.execute(
                      "INSERT INTO author (id, name) VALUES (2, "
                          + (broken ? "null)" : "'second')"));
                },
                op -> {});
    assertThatThrownBy(() -> limbeck(Transactions.REVISION, revisions).upgrade("head"))
        .hasMessageStartingWith("LMB-405");
    broken = false;

    Limbeck together = limbeck(Transactions.ALL, revisions);
    assertThatThrownBy(() -> together.upgrade("head")).hasMessageStartingWith("LMB-431");
    assertThat(together.resume(Resumption.CONTINUE).steps()).hasSize(1);
    assertThat(database.rows(NAMES)).hasToString("[[first], [second]]");
  }

  @Test
  void without_a_transaction_each_operation_stays_and_the_next_run_goes_on() {
    Limbeck limbeck = limbeck(Transactions.NONE, two());

    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .hasMessageStartingWith("LMB-405 Revision two failed.")
        .hasMessageContaining("The step before it is done and stays.");
    assertThat(limbeck.current().rows()).containsExactly("one");
    assertThat(database.rows(NAMES)).hasToString("[[first]]");
    assertThat(limbeck.unfinished())
        .extracting(JournalRow::revision, JournalRow::step, JournalRow::steps, JournalRow::done)
        .containsExactly(org.assertj.core.api.Assertions.tuple("two", 1, 3, true));

    broken = false;
    limbeck.upgrade("head");
    assertThat(database.rows(NAMES)).hasToString("[[first], [second]]");
    assertThat(limbeck.current().rows()).containsExactly("two");
    assertThat(limbeck.unfinished()).isEmpty();
  }

  @Test
  void what_was_begun_without_a_transaction_is_finished_so_whatever_is_said_then() {
    assertThatThrownBy(() -> limbeck(Transactions.NONE, two()).upgrade("head"))
        .hasMessageStartingWith("LMB-405");
    broken = false;

    assertThat(limbeck(Transactions.REVISION, two()).resume(Resumption.CONTINUE).steps())
        .hasSize(1);
    assertThat(database.rows(NAMES)).hasToString("[[first], [second]]");
  }

  @Test
  void a_plan_says_how_much_a_transaction_holds() {
    broken = false;

    assertThat(limbeck(Transactions.NONE, two()).planUpgrade("head"))
        .satisfies(plan -> assertThat(plan.transactions()).isEqualTo(Transactions.NONE))
        .satisfies(plan -> assertThat(plan.revisions().get(1).parts()).hasSize(2));
    assertThat(limbeck(Transactions.ALL, two()).planUpgrade("head"))
        .satisfies(plan -> assertThat(plan.transactions()).isEqualTo(Transactions.ALL))
        .satisfies(plan -> assertThat(plan.revisions().get(1).parts()).hasSize(1));
  }

  @Test
  void a_script_has_one_transaction_where_all_are_together() throws Exception {
    broken = false;
    String script = limbeck(Transactions.ALL, two()).upgradeScript("head", dialect()).text();

    assertThat(script.lines().filter("COMMIT;"::equals)).hasSize(1);
    assertThat(
            dev.limbeck.testsupport.ScriptClient.run(
                    database, script, dev.limbeck.sql.SqlStatements::split)
                .done())
        .isTrue();
    assertThat(database.rows(NAMES)).hasToString("[[first], [second]]");
    assertThat(limbeck(Transactions.ALL, two()).current().rows()).containsExactly("two");
  }
}
