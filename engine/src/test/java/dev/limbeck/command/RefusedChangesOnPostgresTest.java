package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.Progress;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedChangesOnPostgresTest extends RefusedChangesContract {
  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  @Test
  void values_that_lose_digits_are_a_warning_that_names_them() {
    List<String> notices = new ArrayList<>();
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Limbeck limbeck =
          Limbeck.builder()
              .dataSource(database.dataSource())
              .progress(collecting(notices))
              .revisions(
                  new FixedRevisions()
                      .then(
                          "one",
                          op ->
                              op.createTable(
                                  "t",
                                  t -> {
                                    t.column("a", integer()).notNull();
                                    t.column("b", integer()).notNull();
                                    t.column("price", numeric(8, 3));
                                    t.column("at", timestamp(6));
                                    t.primaryKey("pk_t", "a", "b");
                                  }),
                          op -> op.dropTable("t"))
                      .then(
                          "two",
                          op ->
                              op.alterTable(
                                  "t",
                                  t -> {
                                    t.alterColumn("price").type(numeric(8, 3), numeric(8, 1));
                                    t.alterColumn("at").type(timestamp(6), timestamp(0));
                                  }),
                          op -> {}))
              .build();
      limbeck.upgrade("one");
      database.execute(
          "insert into t values (1, 1, 1.5, '2026-11-21 07:00:00'),"
              + " (1, 2, 1.25, '2026-11-21 07:00:00.5'), (2, 1, 1.125, null)");
      limbeck.upgrade("two");
      assertThat(notices)
          .containsExactly(
              "changes t.price from numeric(8,3) to numeric(8,1): 2 of 3 rows of t have values that"
                  + " lose digits: (a, b) (1, 2), (2, 1)",
              "changes t.at from timestamp(6) to timestamp(0): 1 of 3 rows of t has a value that"
                  + " loses digits: (a, b) (1, 2)");
    }
  }

  private static Progress collecting(List<String> notices) {
    return new Progress() {
      @Override
      public void notice(Notice notice) {
        notices.add(notice.text());
      }
    };
  }
}
