package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history for people.
 *
 * @param table the table of what was done
 */
public record HistoryLog(HistoryTable table) {

  /**
   * The newest rows, newest first; none where the table is not there.
   *
   * @param revision only of this one, or null for all
   * @param most how many at most
   */
  public List<LogEntry> newest(Connection connection, @Nullable String revision, int most)
      throws SQLException {
    if (!table.dialect().deployment().hasTable(connection, table.name())) {
      return List.of();
    }
    String sql =
        "SELECT id, revision, direction, started_at, finished_at, duration_ms, db_user, os_user,"
            + " host, tool_version, outcome, error FROM "
            + table.dialect().identifiers().render(table.name())
            + (revision == null ? "" : " WHERE revision = ?")
            + " ORDER BY id DESC LIMIT "
            + most;
    List<LogEntry> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (revision != null) {
        statement.setString(1, revision);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new LogEntry(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  milliseconds(rows),
                  rows.getString(7),
                  rows.getString(8),
                  rows.getString(9),
                  rows.getString(10),
                  rows.getString(11).equals(HistoryTable.DONE),
                  rows.getString(12)));
        }
      }
    }
    return entries;
  }

  private static @Nullable Long milliseconds(ResultSet row) throws SQLException {
    long value = row.getLong(6);
    return row.wasNull() ? null : value;
  }
}
