package dev.limbeck.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;

/** What happens to the connections of a deployment at a moment. */
@FunctionalInterface
interface Disaster {
  /** The process ends. */
  Disaster HALT = (database, at) -> Runtime.getRuntime().halt(137);

  /** All connections end, which is what a database sees of a process that ends. */
  Disaster DEATH =
      (database, at) -> {
        FaultyDatabase.Killed killed = database.die();
        for (Connection connection : database.connections()) {
          end(connection);
        }
        throw killed;
      };

  /** The connection ends, and whoever waits for an answer gets none. */
  Disaster CUT =
      (database, at) -> {
        at.abort(Runnable::run);
        throw new SQLException("An I/O error occurred: the connection was cut", "08006");
      };

  /** The server ends the session of the connection. */
  Disaster SESSION_ENDED = (database, at) -> terminate(database, Sessions.of(at));

  /** The server ends the session that holds the right to deploy, if somebody holds it. */
  Disaster LOCK_ENDED =
      (database, at) -> {
        for (int session : Sessions.holdingLock(database.real())) {
          terminate(database, session);
        }
      };

  /** The database refuses a statement in this place; PostgreSQL's transaction is of no use then. */
  Disaster REFUSED =
      (database, at) -> {
        try (Statement statement = at.createStatement()) {
          statement.execute("SELECT mistake FROM nowhere");
        }
      };

  /**
   * Happens.
   *
   * @param at the connection whose call it is
   */
  void strikes(FaultyDatabase database, Connection at) throws SQLException;

  /** What becomes of a connection that is opened afterwards. */
  default void opened(Connection connection) throws SQLException {}

  private static void terminate(FaultyDatabase database, int session) throws SQLException {
    try (Connection admin = database.real().getConnection();
        PreparedStatement statement =
            admin.prepareStatement("SELECT pg_catalog.pg_terminate_backend(?, 10000)")) {
      statement.setInt(1, session);
      statement.execute();
    }
  }

  private static void end(Connection connection) throws SQLException {
    if (connection instanceof SQLiteConnection) {
      connection.close();
    } else {
      connection.abort(Runnable::run);
    }
  }
}
