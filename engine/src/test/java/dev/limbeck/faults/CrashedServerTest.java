package dev.limbeck.faults;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.FixedRevisions;
import dev.limbeck.command.Limbeck;
import dev.limbeck.testsupport.RestartablePostgres;
import dev.limbeck.testsupport.RestartablePostgres.Shutdown;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Revisions that only make tables, and a PostgreSQL that crashes: their commits do not wait until
 * they are on disk, but for the last one.
 */
@TestInstance(Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the server is shut down by signals")
@DisabledIfEnvironmentVariable(named = TestPostgres.URL_VARIABLE, matches = ".+")
class CrashedServerTest {
  private static final int NUMBER = 12;
  private static final String NOT_WAITING = "SET LOCAL synchronous_commit = off";

  private RestartablePostgres server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new RestartablePostgres(directory.resolve("data"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static FixedRevisions tables() {
    FixedRevisions revisions = new FixedRevisions();
    for (int i = 0; i < NUMBER; i++) {
      String table = "t" + i;
      revisions.then(
          "r%02d".formatted(i),
          op -> op.createTable(table, t -> t.column("id", bigint())),
          op -> op.dropTable(table));
    }
    return revisions;
  }

  private static Limbeck limbeck(DataSource dataSource, FixedRevisions revisions) {
    return Limbeck.builder().dataSource(dataSource).revisions(revisions).build();
  }

  private static List<String> commits(TestDatabase database, FixedRevisions revisions) {
    FaultyDatabase undisturbed = new FaultyDatabase(database.dataSource());
    limbeck(undisturbed.dataSource(), revisions).upgrade("head");
    return undisturbed.calls().stream().filter(call -> call.contains("COMMIT")).toList();
  }

  /** The revisions that version table, history and schema agree on. */
  private static int applied(TestDatabase database) {
    if (database.rows("SELECT 1 WHERE to_regclass('limbeck_version') IS NOT NULL").isEmpty()) {
      return 0;
    }
    int done = database.rows("SELECT 1 FROM limbeck_history WHERE outcome = 'done'").size();
    assertThat(database.rows("SELECT version_num FROM limbeck_version"))
        .hasToString(done == 0 ? "[]" : "[[r%02d]]".formatted(done - 1));
    assertThat(database.rows("SELECT 1 FROM pg_class WHERE relname ~ '^t\\d+$'")).hasSize(done);
    return done;
  }

  @Test
  void the_last_commit_of_a_run_waits_and_so_does_one_before_another_kind_of_revision() {
    try (TestDatabase database = server.freshDatabase()) {
      List<String> commits = commits(database, tables());
      assertThat(commits).hasSize(NUMBER);
      assertThat(commits.subList(0, NUMBER - 1)).allMatch(call -> call.contains(NOT_WAITING));
      assertThat(commits.get(NUMBER - 1)).doesNotContain(NOT_WAITING);
    }
    try (TestDatabase database = server.freshDatabase()) {
      FixedRevisions mixed =
          new FixedRevisions()
              .then("one", op -> op.createTable("a", t -> t.column("id", bigint())), op -> {})
              .then("two", op -> op.createTable("b", t -> t.column("id", bigint())), op -> {})
              .then("three", op -> op.run("step", db -> {}), op -> {});
      assertThat(commits(database, mixed))
          .extracting(call -> call.contains(NOT_WAITING))
          .containsExactly(true, false);
    }
  }

  @Test
  void a_crash_leaves_the_first_revisions_as_a_whole_and_the_next_run_does_the_others() {
    List<Moment> moments;
    try (TestDatabase database = server.freshDatabase()) {
      FaultyDatabase undisturbed = new FaultyDatabase(database.dataSource());
      limbeck(undisturbed.dataSource(), tables()).upgrade("head");
      moments = Moment.some(Moment.around(undisturbed.calls()), 8, 3);
    }
    for (Moment moment : moments) {
      try (TestDatabase database = server.freshDatabase()) {
        DataSource crashing =
            new FaultyDatabase(
                    database.dataSource(),
                    moment,
                    (faulty, at) -> server.shutDown(Shutdown.IMMEDIATE))
                .dataSource();
        try {
          limbeck(crashing, tables()).upgrade("head");
        } catch (LimbeckException e) {
          assertThat(e.code()).startsWith("LMB-4");
        }
        server.startAgain();

        assertThat(applied(database)).isBetween(0, NUMBER);
        limbeck(database.dataSource(), tables()).upgrade("head");
        assertThat(applied(database)).isEqualTo(NUMBER);
      }
    }
  }

  @Test
  void what_a_run_did_that_ended_survives_a_crash_whether_it_failed_or_not() {
    try (TestDatabase failed = server.freshDatabase();
        TestDatabase done = server.freshDatabase();
        TestDatabase unwritten = server.freshDatabase()) {
      FixedRevisions failing =
          tables()
              .then(
                  "last",
                  op ->
                      op.createTable(
                          "u",
                          t -> {
                            t.column("id", bigint());
                            t.foreignKey("fk", "id").references("nowhere", "id");
                          }),
                  op -> {});
      unwritten.execute(
          "CREATE TABLE limbeck_history (id bigint NOT NULL PRIMARY KEY, revision text NOT NULL,"
              + " direction text NOT NULL, started_at text NOT NULL, finished_at text, duration_ms"
              + " bigint, db_user text, os_user text, host text, tool_version text, operations"
              + " text, source_hash text, class_hash text, outcome text NOT NULL"
              + " CHECK (outcome = 'done'), error text)");
      limbeck(done.dataSource(), tables()).upgrade("head");
      for (TestDatabase each : List.of(failed, unwritten)) {
        assertThatThrownBy(() -> limbeck(each.dataSource(), failing).upgrade("head"))
            .hasMessageStartingWith("LMB-405 Revision last failed.");
      }

      server.shutDown(Shutdown.IMMEDIATE);
      server.startAgain();

      assertThat(IntStream.of(applied(failed), applied(done), applied(unwritten)))
          .containsExactly(NUMBER, NUMBER, NUMBER);
    }
  }
}
