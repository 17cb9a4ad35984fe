package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Deployment.Lock;
import dev.limbeck.dialect.Patience;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDeploymentTest {
  private static final QualifiedName VERSIONS = QualifiedName.parse("limbeck_version");

  private final Deployment deployment = new PostgresDialect().deployment();
  private TestDatabase database;

  @BeforeEach
  void openDatabase() {
    database = TestPostgres.freshDatabase();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private Lock lock(QualifiedName versions, long millis) throws SQLException {
    return deployment.lock(database::connection, versions, Duration.ofMillis(millis));
  }

  /**
   * @param waits told when somebody else has to be waited for
   */
  private Lock lock(QualifiedName versions, long millis, CountDownLatch waits) throws SQLException {
    return deployment.lock(
        database::connection, versions, Duration.ofMillis(millis), holder -> waits.countDown());
  }

  @Test
  void a_second_deployer_is_told_who_holds_the_lock() throws SQLException {
    try (Lock first = lock(VERSIONS, 0)) {
      first.verify();
      assertThatThrownBy(() -> lock(QualifiedName.parse("public.Limbeck_Version"), 300))
          .isInstanceOf(LimbeckException.class)
          .hasMessageMatching(
              "(?s)LMB-406 Another deployment holds the lock on public.Limbeck_Version; waited"
                  + " 0.3 s.\n  It is session \\d+ of postgres at [0-9a-f.:]+ \\(limbeck, process "
                  + ProcessHandle.current().pid()
                  + " of .+ on .+\\), connected since 2\\d\\d\\d-.*");
    }
    lock(VERSIONS, 0).close();
  }

  @Test
  void deployments_with_other_version_tables_do_not_wait() throws SQLException {
    database.execute("CREATE SCHEMA app");
    try (Lock first = lock(VERSIONS, 0);
        Lock second = lock(QualifiedName.parse("app.limbeck_version"), 0)) {
      first.verify();
      second.verify();
    }
  }

  @Test
  void a_waiting_deployer_gets_the_lock_when_it_is_given_back() throws Exception {
    Lock first = lock(VERSIONS, 0);
    AtomicInteger order = new AtomicInteger();
    CountDownLatch waits = new CountDownLatch(1);
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(
            () -> {
              try (Lock waited = lock(VERSIONS, 20_000, waits)) {
                waited.verify();
                return order.incrementAndGet();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(order.incrementAndGet()).isEqualTo(1);
    first.close();
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void a_waiting_deployer_does_not_hold_up_concurrent_indexes() throws Exception {
    database.execute("CREATE TABLE t (id int)");
    CountDownLatch waits = new CountDownLatch(1);
    try (Lock first = lock(VERSIONS, 0)) {
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(
              () ->
                  assertThatThrownBy(() -> lock(VERSIONS, 2_000, waits))
                      .hasMessageStartingWith("LMB-406"));
      assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
      database.execute("SET statement_timeout = '20s'", "CREATE INDEX CONCURRENTLY i ON t (id)");
      waiting.get(30, TimeUnit.SECONDS);
      first.verify();
    }
  }

  @Test
  void a_lock_whose_session_ended_is_lost() throws SQLException {
    try (Connection work = database.connection();
        Lock lock = lock(VERSIONS, 0)) {
      assertThat(lock.verifyAndAsk(work, "SELECT 'a' UNION ALL SELECT 'b'"))
          .containsExactly("a", "b");
      assertThat(lock.verifyAndAsk(work, "SELECT 'a' WHERE false")).isEmpty();
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks"
              + " WHERE locktype = 'advisory' AND database ="
              + " (SELECT oid FROM pg_database WHERE datname = current_database())");
      assertThatThrownBy(lock::verify)
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-407 The lock on limbeck_version was lost");
      assertThatThrownBy(() -> lock.verifyAndAsk(work, "SELECT 'a'"))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-407 The lock on limbeck_version was lost");
    }
  }

  /** As a pooler in transaction mode does: two connections, one session. */
  @Test
  void a_pooler_that_shares_sessions_is_refused() throws SQLException {
    try (Connection only = database.connection()) {
      Deployment.ConnectionSource pooler = () -> UnclosedConnection.of(only);
      assertThatThrownBy(() -> deployment.lock(pooler, VERSIONS, Duration.ZERO))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-410");
    }
  }

  @Test
  void a_connection_that_goes_back_to_a_pool_keeps_nobody_waiting() throws SQLException {
    try (Connection pooled = database.connection();
        Connection other = database.connection()) {
      try (Lock first = lock(VERSIONS, 0)) {
        first.guard(pooled);
      }
      try (Lock second = lock(VERSIONS, 0)) {
        second.guard(other);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7s"})
  void the_session_that_works_looks_for_its_client_meanwhile(String before) throws SQLException {
    try (Connection pooled = database.connection();
        Statement statement = pooled.createStatement()) {
      statement.execute("SET client_connection_check_interval = '" + before + "'");
      try (Lock lock = lock(VERSIONS, 0)) {
        lock.guard(pooled);
        assertThat(clientCheck(statement)).isEqualTo(before.equals("0") ? "2s" : before);
      }
      assertThat(clientCheck(statement)).isEqualTo(before);
    }
  }

  private static String clientCheck(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW client_connection_check_interval")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void whoever_deploys_waits_for_the_session_that_worked_before() throws Exception {
    try (Connection killed = database.connection();
        Connection next = database.connection()) {
      // The client is gone with its lock; the server has not noticed it in the working session.
      database.execute(
          "CREATE TABLE forgotten (key bigint)",
          "INSERT INTO forgotten SELECT " + PostgresLockKey.workKeyExpression(VERSIONS));
      try (var statement = killed.createStatement()) {
        statement.execute("SELECT pg_advisory_lock(key) FROM forgotten");
      }
      List<String> waiting = new ArrayList<>();
      try (Lock lock =
          deployment.lock(database::connection, VERSIONS, Duration.ofMillis(300), waiting::add)) {
        assertThatThrownBy(() -> lock.guard(next))
            .hasMessageStartingWith(
                "LMB-406 A statement of an earlier deployment to limbeck_version goes on in the"
                    + " server");
        assertThat(waiting).singleElement().asString().startsWith("It is session ");
        try (Statement statement = killed.createStatement()) {
          statement.execute("SELECT pg_advisory_unlock_all()");
        }
        lock.guard(next);
      }
    }
  }

  @Test
  void limits_are_those_of_the_connection_again_afterwards() throws SQLException {
    Patience patience =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(3), 0, Duration.ZERO);
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '7s'");
      List<String> before = deployment.present(connection, patience);
      for (String sql : deployment.limits(patience)) {
        statement.execute(sql);
      }
      assertThat(shown(statement)).isEqualTo("2s 3s");
      for (String sql : before) {
        statement.execute(sql);
      }
      assertThat(shown(statement)).isEqualTo("7s 0");
      assertThat(deployment.present(connection, Patience.USUAL)).isEmpty();
    }
  }

  private static String shown(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT current_setting('lock_timeout'), current_setting('statement_timeout')")) {
      row.next();
      return row.getString(1) + " " + row.getString(2);
    }
  }

  @Test
  void a_transaction_begins_and_ends() throws SQLException {
    try (Connection connection = database.connection()) {
      deployment.begin(connection);
      assertThat(connection.getAutoCommit()).isFalse();
      connection.createStatement().execute("CREATE TABLE t (id int)");
      deployment.rollback(connection);
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(deployment.hasTable(connection, QualifiedName.parse("t"))).isFalse();
      deployment.begin(connection);
      connection.createStatement().execute("CREATE TABLE \"T\" (id int)");
      deployment.commit(connection);
      assertThat(deployment.hasTable(connection, QualifiedName.parse("`T`"))).isTrue();
      assertThat(deployment.hasTable(connection, QualifiedName.parse("public.`T`"))).isTrue();
      assertThat(deployment.hasTable(connection, QualifiedName.parse("t"))).isFalse();
    }
  }

  @Test
  void the_triggers_of_a_table_are_attached_to_it() throws SQLException {
    database.execute(
        "CREATE TABLE t (id int)",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()");
    try (Connection connection = database.connection()) {
      assertThat(deployment.attachments(connection, QualifiedName.parse("t")))
          .isEqualTo(
              List.of(
                  "CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION f()"));
    }
  }
}
