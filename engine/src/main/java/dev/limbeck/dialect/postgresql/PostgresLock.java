package dev.limbeck.dialect.postgresql;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.Deployment.Lock;
import dev.limbeck.dialect.ThisProcess;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An advisory lock of a session, held on a connection that does nothing else. It ends with the
 * session, so with the process at the latest.
 *
 * <p>Polled, since a session that waits inside {@code pg_advisory_lock} keeps a snapshot open, for
 * which {@code CREATE INDEX CONCURRENTLY} of the holder would wait in turn. Autocommit, for the
 * same reason.
 */
final class PostgresLock implements Lock {
  private static final long POLL_MILLIS = 200;

  /** Milliseconds: after so long a killed deployment is not at work any more. */
  private static final String CLIENT_CHECK = "2000";

  private final Connection connection;
  private final QualifiedName versionTable;
  private final long key;
  private final long workKey;
  private final int session;
  private final Duration timeout;
  private final Consumer<String> waiting;
  private @Nullable Connection work;
  private boolean looksForClient;

  private PostgresLock(
      Connection connection,
      QualifiedName versionTable,
      @Nullable String defaultSchema,
      int session,
      Duration timeout,
      Consumer<String> waiting) {
    this.connection = connection;
    this.versionTable = versionTable;
    this.key = PostgresLockKey.of(PostgresLockKey.DEPLOYING, versionTable, defaultSchema);
    this.workKey = PostgresLockKey.of(PostgresLockKey.WORKING, versionTable, defaultSchema);
    this.session = session;
    this.timeout = timeout;
    this.waiting = waiting;
  }

  static Lock take(
      ConnectionSource connections,
      QualifiedName versionTable,
      Duration timeout,
      Consumer<String> waiting)
      throws SQLException {
    Connection connection = connections.open();
    boolean taken = false;
    try {
      connection.setAutoCommit(true);
      int session = session(connection);
      name(connection);
      refuseSharedSession(connections, session);
      PostgresLock lock =
          new PostgresLock(
              connection,
              versionTable,
              CatalogQuery.defaultSchema(connection),
              session,
              timeout,
              waiting);
      lock.await(connection, lock.key);
      taken = true;
      return lock;
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  /** Those who wait read it; the server cuts it where it is too long. */
  private static void name(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config('application_name', ?, false)")) {
      statement.setString(1, "limbeck, " + ThisProcess.description());
      statement.execute();
    }
  }

  /**
   * Two open connections have two sessions, unless a pooler lends each of them a session for one
   * transaction at a time: there a lock of the session would protect nothing.
   */
  private static void refuseSharedSession(ConnectionSource connections, int session)
      throws SQLException {
    try (Connection second = connections.open()) {
      second.setAutoCommit(true);
      if (session(second) == session) {
        throw new LimbeckException(
            "LMB-410",
            "The database is reached through a connection pooler that shares sessions.\n"
                + "  Two open connections have the same PostgreSQL session, "
                + session
                + ", so that no lock would keep two deployers apart.\n"
                + "  Deploy over a direct connection, or one in session pooling mode.");
      }
    }
  }

  private static int session(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT pg_catalog.pg_backend_pid()");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * A statement goes on in the server after its client was killed, and holds what it holds. So the
   * session that works has a lock of its own, which ends with it, and looks whether its client is
   * still there.
   */
  @Override
  public void guard(Connection work) throws SQLException {
    await(work, workKey);
    this.work = work;
    looksForClient = setClientCheck(work, "0", CLIENT_CHECK);
  }

  /**
   * Sets how often the server looks, during a statement, whether the client is still there: by
   * itself it never does.
   *
   * @return false where it is set to something else than expected, or the server cannot look:
   *     before version 14, and on some systems
   */
  private boolean setClientCheck(Connection session, String expected, String interval) {
    try (PreparedStatement statement =
        session.prepareStatement(
            "SELECT pg_catalog.set_config(name, ?, false) FROM pg_catalog.pg_settings"
                + " WHERE name = 'client_connection_check_interval' AND setting = ?")) {
      statement.setString(1, interval);
      statement.setString(2, expected);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      broken(e);
      return false;
    }
  }

  private void await(Connection session, long wanted) throws SQLException {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean told = false;
    while (!tryLock(session, wanted)) {
      if (System.nanoTime() - deadline >= 0) {
        throw held(wanted);
      }
      if (!told) {
        waiting.accept(holder(wanted));
        told = true;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw held(wanted);
      }
    }
  }

  private static boolean tryLock(Connection session, long wanted) throws SQLException {
    try (PreparedStatement statement =
        session.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?)")) {
      statement.setLong(1, wanted);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private LimbeckException held(long wanted) throws SQLException {
    return new LimbeckException(
        "LMB-406",
        (wanted == key
                ? "Another deployment holds the lock on " + versionTable
                : "A statement of an earlier deployment to "
                    + versionTable
                    + " goes on in the server")
            + "; waited "
            + timeout.toMillis() / 1000.0
            + " s.\n  "
            + holder(wanted)
            + "\n  Wait for it to end; its lock ends with its session at the latest.");
  }

  private String holder(long wanted) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT format('It is session %s of %s%s%s, connected since %s.', l.pid,
              coalesce(a.usename::text, 'an unknown user'),
              coalesce(' at ' || host(a.client_addr), ''),
              coalesce(' (' || nullif(a.application_name, '') || ')', ''),
              coalesce(date_trunc('second', a.backend_start)::text, 'an unknown time'))
              || coalesce(E'\\n  It runs: ' || nullif(left(regexp_replace(
                CASE WHEN a.state = 'active' THEN a.query END, '\\s+', ' ', 'g'), 200), ''), '')
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE
            """
                + PostgresLockKey.HELD)) {
      PostgresLockKey.set(statement, 1, wanted);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "It was just given back.";
      }
    }
  }

  @Override
  public void verify() {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_catalog.pg_backend_pid(), EXISTS (SELECT FROM pg_catalog.pg_locks l"
                + " WHERE l.pid = pg_catalog.pg_backend_pid() AND "
                + PostgresLockKey.HELD_BY_SESSION
                + ")")) {
      PostgresLockKey.set(statement, 1, key);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getInt(1) != session || !row.getBoolean(2)) {
          throw lost(null);
        }
      }
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  @Override
  public List<String> verifyAndAsk(Connection work, String query) throws SQLException {
    try (PreparedStatement statement = work.prepareStatement(asking(query));
        ResultSet rows = statement.executeQuery()) {
      return texts(rows);
    }
  }

  /**
   * Tries to get the lock instead of asking its session, or {@code pg_locks}, which is slow:
   * whoever gets it finds that nobody holds it any more, and gives it back with the transaction
   * that is rolled back. Where somebody else got it first, he does not get by the {@linkplain
   * #guard lock of the session that works}, which lives: it answers.
   */
  @Override
  public String asking(String query) {
    return query
        + " UNION ALL SELECT NULL WHERE pg_catalog.pg_try_advisory_xact_lock('"
        + key
        + "')";
  }

  @Override
  public List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = Lock.super.texts(rows);
    if (texts.contains(null)) {
      throw lost(null);
    }
    return texts;
  }

  private LimbeckException lost(@Nullable SQLException cause) {
    return new LimbeckException(
        "LMB-407",
        "The lock on "
            + versionTable
            + " was lost: its connection to the database broke.\n"
            + "  Another deployment may run by now, so this one stops."
            + "\n  Look at `limbeck current`, then deploy again.",
        cause);
  }

  @Override
  public void unguard(Connection worked) {
    if (looksForClient) {
      setClientCheck(worked, CLIENT_CHECK, "0");
    }
    unlock(worked, workKey);
    work = null;
  }

  /** The connection that worked may go back to a pool, and its session live on. */
  @Override
  public void close() {
    Connection worked = work;
    if (worked != null) {
      unguard(worked);
    }
    unlock(connection, key);
    rename();
    try {
      connection.close();
    } catch (SQLException e) {
      broken(e);
    }
  }

  /** The connection may go back to a pool. */
  private void rename() {
    try {
      if (!connection.isClosed()) {
        try (PreparedStatement statement = connection.prepareStatement("RESET application_name")) {
          statement.execute();
        }
      }
    } catch (SQLException e) {
      broken(e);
    }
  }

  private void unlock(Connection session, long held) {
    try {
      if (!session.isClosed()) {
        try (PreparedStatement statement =
            session.prepareStatement("SELECT pg_catalog.pg_advisory_unlock(?)")) {
          statement.setLong(1, held);
          statement.execute();
        }
      }
    } catch (SQLException e) {
      broken(e);
    }
  }

  private void broken(SQLException failure) {
    System.getLogger(PostgresLock.class.getName())
        .log(
            System.Logger.Level.DEBUG,
            "A connection of the deployment to "
                + versionTable
                + " is broken, or refused a setting",
            failure);
  }
}
