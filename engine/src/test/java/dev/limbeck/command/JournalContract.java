package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.migration.Operations;
import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.JournalRow;
import dev.limbeck.runtime.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Revisions that do not fit into one transaction; a subclass for each database. */
abstract class JournalContract extends DatabaseContract {
  private static final String ROWS = "SELECT id, name FROM author ORDER BY id";

  private boolean broken = true;

  final Limbeck limbeck(Consumer<Operations> upgrade) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(
            new FixedRevisions()
                .then("one", upgrade, op -> op.dropTable("author"))
                .then("two", op -> op.execute("DELETE FROM author"), op -> {}))
        .build();
  }

  final void repair() {
    broken = false;
  }

  /** Three transactions, of which the last one fails until it is repaired. */
  private Consumer<Operations> threeSteps(String second) {
    return op -> {
      HistoryContract.author(100).accept(op);
      op.execute("INSERT INTO author (id, name) VALUES (1, 'first')");
      op.outsideTransaction(
          o -> o.execute("INSERT INTO author (id, name) VALUES (2, '" + second + "')"));
      op.execute("INSERT INTO author (id, name) VALUES (3, " + (broken ? "null" : "'third'") + ")");
    };
  }

  @Test
  void a_step_that_is_done_is_not_done_again() throws Exception {
    assertThatThrownBy(() -> limbeck(threeSteps("second")).upgrade("one"))
        .hasMessageStartingWith("LMB-405");
    assertThat(database.rows(ROWS).toString()).isEqualTo("[[1, first], [2, second]]");
    assertThat(limbeck(threeSteps("second")).current().rows()).isEmpty();
    assertThat(limbeck(threeSteps("second")).unfinished())
        .extracting(JournalRow::step, JournalRow::steps, JournalRow::done)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1, 3, true),
            org.assertj.core.api.Assertions.tuple(2, 3, true));

    repair();
    limbeck(threeSteps("second")).upgrade("one");

    assertThat(database.rows(ROWS).toString()).isEqualTo("[[1, first], [2, second], [3, third]]");
    assertThat(limbeck(threeSteps("second")).unfinished()).isEmpty();
    assertThat(limbeck(threeSteps("second")).current().rows()).containsExactly("one");
  }

  @Test
  void a_done_step_that_was_changed_since_is_an_error() throws Exception {
    assertThatThrownBy(() -> limbeck(threeSteps("second")).upgrade("one"))
        .hasMessageStartingWith("LMB-405");
    repair();

    assertThatThrownBy(() -> limbeck(threeSteps("other")).upgrade("head"))
        .hasMessageStartingWith("LMB-432 Revision one was changed while it is half applied.");
    assertThat(database.rows(ROWS).toString()).isEqualTo("[[1, first], [2, second]]");
  }

  @Test
  void nothing_else_goes_before_what_is_half_done() throws Exception {
    Limbeck limbeck = limbeck(threeSteps("second"));
    assertThatThrownBy(() -> limbeck.upgrade("head")).hasMessageStartingWith("LMB-405");

    assertThatThrownBy(() -> limbeck.downgrade("base"))
        .hasMessageStartingWith("LMB-431 Revision one is half applied.");
    assertThatThrownBy(() -> limbeck.stamp(List.of("two"), false))
        .hasMessageStartingWith("LMB-431");

    limbeck.resume(Resumption.FORGET);
    limbeck.stamp(List.of("one"), false);
    limbeck.downgrade("base");
    assertThat(database.rows("SELECT * FROM limbeck_version")).isEmpty();
  }

  @Test
  void resume_finishes_and_goes_no_further() throws Exception {
    assertThatThrownBy(() -> limbeck(threeSteps("second")).upgrade("head"))
        .hasMessageStartingWith("LMB-405");
    repair();

    assertThat(limbeck(threeSteps("second")).resume(Resumption.CONTINUE).steps()).hasSize(1);

    assertThat(limbeck(threeSteps("second")).current().rows()).containsExactly("one");
    assertThat(limbeck(threeSteps("second")).resume(Resumption.CONTINUE).steps()).isEmpty();
  }

  /** Java outside of a transaction that does its work and then fails, as if it had been killed. */
  private Consumer<Operations> half(String doneWhen) {
    return op -> {
      HistoryContract.author(100).accept(op);
      op.outsideTransaction(
          o -> {
            var run =
                o.run(
                    "fill",
                    db -> {
                      db.update("INSERT INTO author (id, name) VALUES (1, 'first')");
                      if (broken) {
                        throw new IllegalStateException("broken off");
                      }
                    });
            if (doneWhen != null) {
              run.doneWhen(doneWhen);
            }
          });
    };
  }

  @Test
  void a_step_of_which_nobody_knows_is_named_and_a_person_decides() throws Exception {
    assertThatThrownBy(() -> limbeck(half(null)).upgrade("one")).hasMessageContaining("broken off");
    repair();
    Limbeck limbeck = limbeck(half(null));

    assertThatThrownBy(() -> limbeck.upgrade("one"))
        .hasMessageStartingWith("LMB-433 It is unknown whether a step of revision one is done.")
        .hasMessageContaining("Step 2 of 3: run: fill");
    assertThatThrownBy(() -> limbeck.resume(Resumption.CONTINUE)).hasMessageStartingWith("LMB-433");
    assertThat(limbeck.resume(Resumption.DONE).steps()).hasSize(1);

    assertThat(database.rows(ROWS).toString()).isEqualTo("[[1, first]]");
    assertThat(limbeck.current().rows()).containsExactly("one");
  }

  @Test
  void it_can_be_run_again() throws Exception {
    assertThatThrownBy(() -> limbeck(half(null)).upgrade("one")).hasMessageContaining("broken off");
    repair();
    database.execute("DELETE FROM author");

    limbeck(half(null)).resume(Resumption.RETRY);

    assertThat(database.rows(ROWS).toString()).isEqualTo("[[1, first]]");
  }

  @Test
  void a_step_that_says_how_to_see_that_it_is_done_needs_nobody() throws Exception {
    String query = "SELECT EXISTS (SELECT 1 FROM author)";
    assertThatThrownBy(() -> limbeck(half(query)).upgrade("one"))
        .hasMessageContaining("broken off");
    repair();

    limbeck(half(query)).upgrade("one");
    assertThat(database.rows(ROWS).toString()).isEqualTo("[[1, first]]");
  }

  @Test
  void a_revision_of_one_transaction_needs_no_journal() throws SQLException {
    limbeck(HistoryContract.author(10)).upgrade("one");

    try (Connection connection = database.connection();
        var tables = connection.getMetaData().getTables(null, null, "limbeck_journal", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  private Consumer<Operations> batches(int rows) {
    return op -> {
      HistoryContract.author(100).accept(op);
      op.run(
          "fill",
          db -> {
            for (int id = 1; id <= rows; id++) {
              db.update("INSERT INTO author (id, name) VALUES (?, '')", id * 3L);
            }
          });
      op.batches("mark", "author", "id", "UPDATE author SET name = name || 'x' WHERE {batch}")
          .size(10);
      op.alterTable("author", t -> t.renameColumn("name", "marked"));
    };
  }

  @Test
  void a_change_in_batches_reaches_each_row_once() throws Exception {
    limbeck(batches(25)).upgrade("one");

    assertThat(database.rows("SELECT marked, count(*) FROM author GROUP BY marked").toString())
        .isEqualTo("[[x, 25]]");
  }

  @Test
  void a_change_in_batches_goes_on_behind_the_last_part() throws Exception {
    List<String> parts = new ArrayList<>();
    Progress breaking =
        new Progress() {
          @Override
          public void advanced(String what, long done) {
            parts.add(what + " " + done);
            if (done == 20 && broken) {
              throw new IllegalStateException("killed");
            }
          }
        };
    Limbeck limbeck =
        Limbeck.builder()
            .dataSource(database.dataSource())
            .revisions(new FixedRevisions().then("one", batches(25), op -> {}))
            .progress(breaking)
            .build();
    assertThatThrownBy(() -> limbeck.upgrade("one")).hasMessage("killed");
    assertThat(database.rows("SELECT name, count(*) FROM author GROUP BY name ORDER BY 1"))
        .hasToString("[[, 5], [x, 20]]");
    database.execute("INSERT INTO author (id, name) VALUES (1000, '')");
    repair();

    limbeck.upgrade("one");

    assertThat(parts).containsExactly("mark 10", "mark 20", "mark 6");
    assertThat(database.rows("SELECT marked, count(*) FROM author GROUP BY marked").toString())
        .isEqualTo("[[x, 26]]");
  }

  @Test
  void a_change_in_batches_whose_column_no_index_serves_is_warned_of() {
    String batches = "UPDATE author SET name = 'x' WHERE {batch}";
    Limbeck limbeck =
        limbeck(
            op -> {
              HistoryContract.author(100).accept(op);
              op.alterTable(
                  "author",
                  t -> {
                    t.addColumn("sort", bigint());
                    t.addIndex("ix_author_name", "name", "sort");
                  });
              op.batches("by id", "author", "id", batches);
              op.batches("by name", "author", "name", batches);
              op.batches("by sort", "author", "sort", batches);
            });
    String expected =
        "batches(\"by sort\") goes by author.sort, and no index begins with that column: each part"
            + " reads the whole table. Create one before, or go by the primary key.";

    assertThat(limbeck.planUpgrade("one").revisions().get(0).parts())
        .flatExtracting(PlannedRevision.Part::lines)
        .flatExtracting(PlannedRevision.Line::notices)
        .containsExactly(new Notice(Notice.Level.COSTLY, expected));
    assertThat(limbeck.upgradeScript("one", dialect()).text()).doesNotContain("reads the whole");
    assertThat(limbeck.upgrade("one").notices())
        .containsExactly(new Notice(Notice.Level.COSTLY, expected));
  }

  @Test
  void a_change_in_batches_says_which_rows_are_meant() {
    assertThatThrownBy(
            () ->
                limbeck(op -> op.batches("mark", "author", "id", "UPDATE author SET name = ''"))
                    .upgrade("one"))
        .hasMessageStartingWith("LMB-219 The SQL of batches has to be one statement with {batch}");
  }
}
