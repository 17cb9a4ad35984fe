package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two deployers, and the transaction of a revision. */
@Timeout(300)
class SqliteDeploymentTest {
  private static final QualifiedName VERSIONS = QualifiedName.parse("limbeck_version");

  @TempDir private Path directory;
  private TestDatabase database;
  private final Deployment deployment = new SqliteDialect().deployment();

  @BeforeEach
  void open() {
    database = TestSqlite.fresh(directory);
    database.execute("CREATE TABLE t (a int)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_second_thread_is_refused_and_then_let_in() throws Exception {
    Deployment.Lock first = lock(Duration.ZERO);
    CompletableFuture<@Nullable Throwable> refused =
        CompletableFuture.supplyAsync(() -> failureOf(Duration.ofMillis(200)));
    assertThat(refused.get(30, TimeUnit.SECONDS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-406 Another deployer is at work on")
        .hasMessageContaining("another thread of this process");
    CompletableFuture<@Nullable Throwable> waiting =
        CompletableFuture.supplyAsync(() -> failureOf(Duration.ofSeconds(30)));
    first.verify();
    first.close();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isNull();
    assertThatThrownBy(first::verify)
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-407");
  }

  @Test
  void a_second_process_is_refused_and_the_lock_dies_with_the_first() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                database.jdbcUrl())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = holder.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("locked");
      assertThatThrownBy(() -> lock(Duration.ofMillis(100)))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-406")
          .hasMessageMatching(
              "(?s).*It is process "
                  + holder.pid()
                  + " of .+ on .+, since 2\\d\\d\\d-\\d\\d-\\d\\dT.*Z; waited for .*");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    lock(Duration.ofSeconds(10)).close();
  }

  @Test
  void a_database_in_memory_is_locked_within_the_process() throws SQLException {
    String url = "jdbc:sqlite:file:locked?mode=memory&cache=shared";
    try (Connection kept = DriverManager.getConnection(url);
        Deployment.Lock lock =
            deployment.lock(() -> DriverManager.getConnection(url), VERSIONS, Duration.ZERO)) {
      lock.verify();
      assertThat(kept.isClosed()).isFalse();
      assertThatThrownBy(
              () ->
                  deployment.lock(() -> DriverManager.getConnection(url), VERSIONS, Duration.ZERO))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-406");
    }
  }

  @Test
  void a_transaction_owns_the_database_from_its_beginning() throws SQLException {
    try (Connection first = database.connection();
        Connection second = database.connection();
        Statement statement = second.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      deployment.begin(first);
      assertThat(first.getAutoCommit()).isFalse();
      assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
          .hasMessageContaining("SQLITE_BUSY");
      try (Statement own = first.createStatement()) {
        own.execute("INSERT INTO t VALUES (2)");
        own.execute("CREATE TABLE u (a int)");
      }
      deployment.rollback(first);
      assertThat(first.getAutoCommit()).isTrue();
      statement.execute("INSERT INTO t VALUES (3)");
      deployment.begin(first);
      try (Statement own = first.createStatement()) {
        own.execute("INSERT INTO t VALUES (4)");
      }
      deployment.commit(first);
      statement.execute("INSERT INTO t VALUES (5)");
    }
    assertThat(database.rows("SELECT a FROM t"))
        .containsExactly(List.of(3), List.of(4), List.of(5));
    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"))
        .containsExactly(List.of("t"));
  }

  @Test
  void beginning_waits_for_another_writer() throws Exception {
    try (Connection writer = database.connection();
        Connection waiting = database.connection()) {
      try (Statement statement = waiting.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 0");
      }
      deployment.begin(writer);
      CompletableFuture<Void> begun =
          CompletableFuture.runAsync(
              () -> {
                try {
                  deployment.begin(waiting);
                  deployment.rollback(waiting);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      Thread.sleep(200);
      assertThat(begun).isNotDone();
      deployment.commit(writer);
      begun.get(30, TimeUnit.SECONDS);
    }
  }

  private Deployment.Lock lock(Duration timeout) throws SQLException {
    return deployment.lock(database::connection, VERSIONS, timeout);
  }

  private @Nullable Throwable failureOf(Duration timeout) {
    try (Deployment.Lock lock = lock(timeout)) {
      lock.verify();
      return null;
    } catch (SQLException | RuntimeException e) {
      return e;
    }
  }
}
