package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Patience;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Operations;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.Progress;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Revisions that only make new tables, which are sent to PostgreSQL as a whole: nobody but the
 * network sees a difference.
 */
class NewTablesOnPostgresTest extends DatabaseContract {
  private static final String HISTORY =
      "SELECT id, revision, direction, db_user, os_user, host, operations, source_hash, class_hash,"
          + " outcome, error FROM limbeck_history ORDER BY id";

  private static final String APPLICATION = "limbeck, %";

  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  /** What happens when revision "two" begins; hears everything. */
  private static final class Listener implements Progress {
    final List<String> heard = new ArrayList<>();
    private final Runnable whenTwoBegins;

    Listener(Runnable whenTwoBegins) {
      this.whenTwoBegins = whenTwoBegins;
    }

    @Override
    public void begins(RevisionStep step) {
      heard.add("begins " + step.revision().id());
      if (step.revision().id().equals("two")) {
        whenTwoBegins.run();
      }
    }

    @Override
    public void statement(String sql) {
      heard.add(sql);
    }

    @Override
    public void notice(Notice notice) {
      heard.add(notice.text().lines().findFirst().orElse(""));
    }

    @Override
    public void done(RevisionStep step) {
      heard.add("done " + step.revision().id());
    }
  }

  private Limbeck limbeck(FixedRevisions revisions, Transactions transactions, Progress progress) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(revisions)
        .transactions(transactions)
        .patience(new Patience(Duration.ofMillis(300), null, 1, Duration.ofMillis(1)))
        .progress(progress)
        .build();
  }

  private LimbeckException refused(FixedRevisions revisions, Progress progress) {
    return catchThrowableOfType(
        LimbeckException.class,
        () -> limbeck(revisions, Transactions.REVISION, progress).upgrade("head"));
  }

  /** Author and book refer to each other, and there is more that is new. */
  private static void twoTables(Operations op) {
    op.createSequence("numbers").startWith(7);
    op.createTable(
        "author",
        t -> {
          t.column("id", bigint()).identity();
          t.column("name", varchar(100)).notNull();
          t.column("favourite", bigint());
          t.primaryKey("pk_author", "id");
          t.check("ck_author_name", "length(name) > 1");
          t.index("ix_author_name", "name");
          t.comment("who wrote it");
        });
    op.createTable(
        "book",
        t -> {
          t.column("id", bigint()).identity();
          t.column("author_id", bigint()).notNull();
          t.primaryKey("pk_book", "id");
          t.foreignKey("fk_book_author", "author_id").references("author", "id");
        });
    op.alterTable(
        "author",
        t -> {
          t.addForeignKey("fk_author_book", "favourite").references("book", "id");
          t.addIndex("ix_author_favourite", "favourite");
        });
  }

  private static FixedRevisions revisions(Consumer<Operations> second) {
    return new FixedRevisions()
        .then("one", NewTablesOnPostgresTest::twoTables, op -> {})
        .then("two", second, op -> {});
  }

  private static void shop(Operations op) {
    op.createTable("shop", t -> t.column("id", bigint()));
  }

  @Test
  void the_same_is_told_and_written_as_of_statements_that_are_sent_one_by_one() throws Exception {
    Listener atOnce = new Listener(() -> {});
    limbeck(revisions(NewTablesOnPostgresTest::shop), Transactions.REVISION, atOnce)
        .upgrade("head");
    List<List<Object>> history = database.rows(HISTORY);
    List<List<Object>> versions = database.rows("SELECT * FROM limbeck_version");
    List<List<Object>> constraints = database.rows(CONSTRAINTS);

    try (TestDatabase other = fresh()) {
      Listener oneByOne = new Listener(() -> {});
      Limbeck.builder()
          .dataSource(other.dataSource())
          .revisions(revisions(NewTablesOnPostgresTest::shop))
          .transactions(Transactions.ALL)
          .progress(oneByOne)
          .build()
          .upgrade("head");

      assertThat(atOnce.heard).containsExactlyInAnyOrderElementsOf(oneByOne.heard);
      assertThat(statements(atOnce)).isEqualTo(statements(oneByOne)).hasSize(8);
      assertThat(history).isEqualTo(other.rows(HISTORY)).hasSize(2);
      assertThat(versions).isEqualTo(other.rows("SELECT * FROM limbeck_version"));
      assertThat(constraints).isEqualTo(other.rows(CONSTRAINTS)).isNotEmpty();
    }
  }

  private static final String CONSTRAINTS =
      "SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid)"
          + " FROM pg_constraint WHERE conrelid <> 0 ORDER BY 1, 2";

  private static List<String> statements(Listener listener) {
    return listener.heard.stream()
        .filter(each -> !each.startsWith("begins ") && !each.startsWith("done "))
        .toList();
  }

  @Test
  void a_table_that_is_there_does_not_fit() {
    database.execute("CREATE TABLE shop (id int)");
    Listener listener = new Listener(() -> {});

    assertThat(refused(revisions(NewTablesOnPostgresTest::shop), listener))
        .hasMessageStartingWith(
            "LMB-204 Revision two does not fit the schema that it starts from.\n  NewTables")
        .hasMessageContaining(
            "createTable(\"shop\") makes a table\n  but there is one of that name already.");
    assertThat(listener.heard).endsWith("done one", "begins two");
  }

  @Test
  void the_statement_that_fails_is_named_and_nothing_is_left() {
    FixedRevisions revisions =
        revisions(
            op -> {
              shop(op);
              op.createTable(
                  "shelf",
                  t -> {
                    t.column("id", bigint());
                    t.check("ck_shelf", "nothing > 1");
                  });
              op.createTable("box", t -> t.column("id", bigint()));
            });
    Listener listener = new Listener(() -> {});

    assertThat(refused(revisions, listener))
        .hasMessageStartingWith("LMB-405 Revision two failed.\n  NewTablesOnPostgresTest.java:")
        .hasMessageContaining("CREATE TABLE shelf")
        .hasMessageContaining("ERROR: column \"nothing\" does not exist")
        .hasMessageEndingWith(
            "It was rolled back: database and version are as they were before it.");
    assertThat(statements(listener).subList(7, 9))
        .extracting(sql -> sql.substring(0, 18))
        .containsExactly("CREATE TABLE shop ", "CREATE TABLE shelf");
    assertThat(listener.heard).hasSize(3 + 7 + 2);
    assertThat(database.rows("SELECT to_regclass('shop')")).hasToString("[[null]]");
    assertThat(database.rows("SELECT revision, outcome FROM limbeck_history ORDER BY id"))
        .hasToString("[[one, done], [two, failed]]");
  }

  /** So many that the driver reads answers before it has sent all. */
  @Test
  void hundreds_of_tables_in_one_revision_are_made_or_not() {
    Consumer<Operations> many =
        op -> {
          for (int i = 0; i < 300; i++) {
            String table = "many" + i;
            op.createTable(
                table,
                t -> {
                  t.column("id", bigint());
                  t.index("ix_" + table, "id");
                });
          }
        };

    assertThat(
            refused(
                revisions(
                    many.andThen(op -> op.createTable("author", t -> t.column("id", bigint())))),
                Progress.silent()))
        .hasMessageStartingWith("LMB-204 Revision two does not fit")
        .hasMessageContaining("createTable(\"author\") makes a table");
    String made = "SELECT count(*) FROM pg_class WHERE relname LIKE 'many%' AND relkind = 'r'";
    assertThat(database.rows(made)).hasToString("[[0]]");

    limbeck(revisions(many), Transactions.REVISION, Progress.silent()).upgrade("head");
    assertThat(database.rows(made)).hasToString("[[300]]");
    assertThat(database.rows("SELECT version_num FROM limbeck_version")).hasToString("[[two]]");
  }

  @Test
  void version_rows_that_changed_meanwhile_stop_it() {
    Listener listener =
        new Listener(() -> database.execute("UPDATE limbeck_version SET version_num = 'other'"));

    assertThat(refused(revisions(NewTablesOnPostgresTest::shop), listener))
        .hasMessageStartingWith("LMB-409 The version table limbeck_version changed meanwhile.")
        .hasMessageContaining("It says [other] where [one] was expected.");
    assertThat(database.rows("SELECT to_regclass('shop')")).hasToString("[[null]]");
    assertThat(database.rows("SELECT version_num FROM limbeck_version")).hasToString("[[other]]");
  }

  @Test
  void a_lock_that_was_lost_stops_it() {
    Listener listener = new Listener(() -> end("application_name LIKE '" + APPLICATION + "'"));

    assertThat(refused(revisions(NewTablesOnPostgresTest::shop), listener))
        .hasMessageStartingWith("LMB-407 The lock on limbeck_version was lost");
    assertThat(database.rows("SELECT to_regclass('shop')")).hasToString("[[null]]");
    assertThat(database.rows("SELECT version_num FROM limbeck_version")).hasToString("[[one]]");
  }

  @Test
  void a_session_that_ends_says_so() {
    Listener listener = new Listener(() -> end("application_name NOT LIKE '" + APPLICATION + "'"));

    assertThat(refused(revisions(NewTablesOnPostgresTest::shop), listener))
        .hasMessageStartingWith("LMB-405 Revision two failed.")
        .hasMessageContaining("terminating connection due to administrator command")
        .hasMessageEndingWith(
            "It was rolled back: database and version are as they were before it.");
    assertThat(
            limbeck(
                    revisions(NewTablesOnPostgresTest::shop),
                    Transactions.REVISION,
                    Progress.silent())
                .upgrade("head")
                .steps())
        .hasSize(1);
  }

  /** Ends the sessions of a deployment that meet the condition, and waits for that. */
  private void end(String condition) {
    String others =
        " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " AND backend_type = 'client backend' AND "
            + condition;
    database.execute("SELECT pg_terminate_backend(pid, 10000)" + others);
  }

  @Test
  void a_lock_of_a_table_is_waited_for_and_tried_again() throws SQLException {
    FixedRevisions revisions =
        revisions(
            op ->
                op.createTable(
                    "shop",
                    t -> {
                      t.column("author_id", bigint());
                      t.foreignKey("fk_shop", "author_id").references("author", "id");
                    }));
    try (Connection busy = database.connection();
        Statement statement = busy.createStatement()) {
      busy.setAutoCommit(false);
      Listener blocked = new Listener(() -> lock(statement));

      assertThat(refused(revisions, blocked))
          .hasMessageStartingWith("LMB-405 Revision two failed.\n  NewTablesOnPostgresTest.java:")
          .hasMessageContaining("CREATE TABLE shop")
          .hasMessageContaining("canceling statement due to lock timeout");
      assertThat(blocked.heard)
          .contains(
              "ERROR: canceling statement due to lock timeout; rolled back, and tried again in 0.001"
                  + " s (1 of 1)");
      busy.rollback();
    }

    assertThat(limbeck(revisions, Transactions.REVISION, Progress.silent()).upgrade("head").steps())
        .hasSize(1);
  }

  private static void lock(Statement statement) {
    try {
      statement.execute("LOCK TABLE author");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
