package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.model.Types;
import dev.limbeck.plan.Transactions;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsOnPostgresTest extends TransactionsContract {

  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  /** PostgreSQL refuses to use a label in the transaction that adds it to a type. */
  @Test
  void a_later_revision_may_use_the_label_that_an_earlier_one_adds() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op -> {
                  op.createEnumType("mood", "good", "bad");
                  op.createTable("day", t -> t.column("mood", Types.named("mood")));
                },
                op -> {})
            .then(
                "two",
                op ->
                    op.alterEnumType("mood")
                        .labels(List.of("good", "bad"), List.of("good", "fair", "bad"))
                        .column("day", "mood"),
                op -> {})
            .then("three", op -> op.execute("INSERT INTO day (mood) VALUES ('fair')"), op -> {});
    limbeck(Transactions.REVISION, revisions).upgrade("one");

    limbeck(Transactions.ALL, revisions).upgrade("head");

    assertThat(database.rows("SELECT mood::text FROM day")).hasToString("[[fair]]");
  }

  @Test
  void what_is_refused_at_the_commit_failed_and_is_rolled_back() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op ->
                    op.execute(
                        "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES a"
                            + " DEFERRABLE INITIALLY DEFERRED); INSERT INTO a VALUES (1, 2)"),
                op -> {});

    for (Transactions transactions : List.of(Transactions.REVISION, Transactions.ALL)) {
      assertThatThrownBy(() -> limbeck(transactions, revisions).upgrade("head"))
          .hasMessageStartingWith("LMB-405 The COMMIT of revision one failed.\n  ERROR: ")
          .hasMessageContaining("violates foreign key constraint")
          .hasMessageEndingWith("\n  The transaction was rolled back.");
    }
    assertThat(database.rows("SELECT to_regclass('a')")).hasToString("[[null]]");
    assertThat(limbeck(Transactions.REVISION, revisions).current().rows()).isEmpty();
  }
}
