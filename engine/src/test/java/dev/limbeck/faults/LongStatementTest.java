package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.command.FixedRevisions;
import dev.limbeck.command.Limbeck;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deployment that is killed while PostgreSQL runs a statement of it, for as long as it takes. */
class LongStatementTest {
  private static final String RUNNING =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND state = 'active' AND query = 'SELECT pg_sleep(300)'";

  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestPostgres.freshDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Limbeck limbeck(DataSource dataSource, String statement) {
    return Limbeck.builder()
        .dataSource(dataSource)
        .lockTimeout(Duration.ofSeconds(30))
        .revisions(new FixedRevisions().then("one", op -> op.execute(statement), op -> {}))
        .build();
  }

  @Test
  void does_not_keep_the_next_one_waiting() throws Exception {
    FaultyDatabase faulty = new FaultyDatabase(database.dataSource());
    CompletableFuture<Void> killed =
        CompletableFuture.runAsync(
            () -> limbeck(faulty.dataSource(), "SELECT pg_sleep(300)").upgrade("head"));
    while (!killed.isDone() && !database.rows(RUNNING).toString().equals("[[1]]")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    for (Connection connection : faulty.connections()) {
      connection.abort(Runnable::run);
    }

    limbeck(database.dataSource(), "SELECT 1").upgrade("head");

    assertThat(database.rows("SELECT version_num FROM limbeck_version").toString())
        .isEqualTo("[[one]]");
    assertThat(killed).failsWithin(Duration.ofSeconds(5));
  }
}
