package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testing.StatementCount;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import org.junit.jupiter.api.Test;

/** How much an upgrade asks of the database beside what its revisions say. */
class StatementsOfUpgradeTest {

  @Test
  void tables_that_are_filled_with_rows_are_not_read_again_each_time() throws Exception {
    int statements =
        asked("INSERT INTO t%d VALUES (1)", 11) - asked("INSERT INTO t%d VALUES (1)", 1);

    assertThat(statements).as("CREATE TABLE and INSERT").isEqualTo(10 * 2);
  }

  @Test
  void after_sql_that_may_do_anything_only_the_next_table_is_read_again() throws Exception {
    int statements = asked("SELECT %d", 11) - asked("SELECT %d", 1);

    assertThat(statements).isLessThanOrEqualTo(10 * 10);
  }

  /**
   * Whether the right is held, what is applied, the table and the version rows; then the history
   * row, with the commit.
   */
  @Test
  void a_revision_that_makes_a_table_asks_twice() throws Exception {
    int statements = asked(revisions(11)) - asked(revisions(1));

    assertThat(statements).isEqualTo(10 * 2);
  }

  private static FixedRevisions revisions(int number) {
    FixedRevisions revisions = new FixedRevisions();
    for (int i = 0; i < number; i++) {
      String table = "t" + i;
      revisions.then("r" + i, op -> op.createTable(table, t -> t.column("id", bigint())), op -> {});
    }
    return revisions;
  }

  private static int asked(String sql, int tables) throws Exception {
    return asked(
        new FixedRevisions()
            .then(
                "one",
                op -> {
                  for (int i = 0; i < tables; i++) {
                    op.createTable("t" + i, t -> t.column("id", bigint()));
                    op.execute(sql.formatted(i));
                  }
                },
                op -> {}));
  }

  private static int asked(FixedRevisions revisions) throws Exception {
    StatementCount count = new StatementCount();
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Limbeck.builder()
          .connections(() -> count.of(database.dataSource().getConnection()))
          .revisions(revisions)
          .build()
          .upgrade("head");
    }
    return count.asked();
  }
}
