package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Scratch databases that a process could not remove any more: those of Limbeck's prefix that are
 * this user's, that nobody is connected to, and that are older than any proof lasts.
 */
final class PostgresLeftovers {
  /** Every scratch database begins so; the second of its making follows. */
  static final String PREFIX = "limbeck_scratch_";

  private static final int AGE_IN_SECONDS = 600;

  private PostgresLeftovers() {}

  /** Removes them. One that somebody connects to at this moment stays for the next time. */
  static void remove(Connection admin) throws SQLException {
    for (String name : names(admin)) {
      try (Statement drop = admin.createStatement()) {
        drop.execute("DROP DATABASE IF EXISTS \"" + name + "\"");
      } catch (SQLException e) {
        System.getLogger(PostgresLeftovers.class.getName())
            .log(System.Logger.Level.DEBUG, "the scratch database " + name + " stays", e);
      }
    }
  }

  private static List<String> names(Connection admin) throws SQLException {
    List<String> names = new ArrayList<>();
    String query =
        """
        SELECT d.datname
        FROM pg_catalog.pg_database d
        WHERE d.datname ~ '^%s[0-9]{9,12}_[0-9a-f]+$'
          AND pg_catalog.pg_has_role(d.datdba, 'USAGE')
          AND substring(d.datname::text FROM '[0-9]+')::bigint
            < extract(epoch FROM pg_catalog.now())::bigint - %d
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)
        """
            .formatted(PREFIX, AGE_IN_SECONDS);
    try (Statement statement = admin.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
