package dev.limbeck.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Sessions of PostgreSQL, as an administrator sees them. */
final class Sessions {
  private static final String ADVISORY =
      """
      SELECT l.pid FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'advisory' AND l.granted AND l.database
        = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
      """;

  /** The first eight bytes of a hash of what the lock is about, as PostgreSQL shows them. */
  private static final String OF_DEPLOYER =
      """
       AND (l.classid::bigint << 32 | l.objid::bigint) = ('x' || substr(encode(
         sha256(convert_to('limbeck:public.limbeck_version', 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint
      """;

  private static final String DEPLOYING =
      """
      SELECT pid FROM pg_catalog.pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'limbeck, %'
      """;

  private Sessions() {}

  /** The session of a connection. */
  static int of(Connection connection) throws SQLException {
    return sessions(connection, "SELECT pg_catalog.pg_backend_pid()").get(0);
  }

  /** The sessions that hold the right to deploy: one or none. */
  static List<Integer> holdingLock(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return sessions(connection, ADVISORY + OF_DEPLOYER);
    }
  }

  /** The sessions that hold anything of Limbeck's. */
  static List<Integer> holdingAny(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return sessions(connection, ADVISORY);
    }
  }

  /** The sessions that hold the right to deploy, or wait for it. */
  static List<Integer> deploying(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return sessions(connection, DEPLOYING);
    }
  }

  private static List<Integer> sessions(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<Integer> sessions = new ArrayList<>();
      while (rows.next()) {
        sessions.add(rows.getInt(1));
      }
      return sessions;
    }
  }
}
