package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.Direction;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The table of the steps of revisions that do not fit into one transaction: which of them are done,
 * and which was begun. A step in a transaction writes its row in that transaction; one that stands
 * alone has a row before it begins, changed when it is done. The last transaction of the revision
 * removes them, with the change of the version table.
 *
 * <p>Made when the first such revision is applied.
 *
 * @param dialect the database's dialect
 * @param name the table's name
 */
public record JournalTable(Dialect dialect, QualifiedName name) {
  private static final String STARTED = "started";
  private static final String DONE = "done";

  /** Makes the table where it is not there. */
  public void create(Connection connection) throws SQLException {
    if (!dialect.deployment().hasTable(connection, name)) {
      String sql = dialect.deployment().createJournalTable(name);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new LimbeckException(
            "LMB-430",
            "Limbeck cannot make its table of unfinished revisions, "
                + name
                + ".\n  "
                + String.valueOf(e.getMessage()).strip().replace("\n", "\n  ")
                + "\n  Nothing was run. Let somebody with the right make it:\n    "
                + sql.replace("\n", "\n    "),
            e);
      }
    }
  }

  /** The steps of unfinished revisions, in order; none where the table is not there. */
  public List<JournalRow> rows(Connection connection) throws SQLException {
    if (!dialect.deployment().hasTable(connection, name)) {
      return List.of();
    }
    List<JournalRow> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT revision, direction, step, steps, what, hash, state, started_at, position"
                    + " FROM "
                    + sqlName()
                    + " ORDER BY revision, direction, step")) {
      while (rows.next()) {
        found.add(
            new JournalRow(
                rows.getString(1),
                Direction.valueOf(rows.getString(2).toUpperCase(Locale.ROOT)),
                rows.getInt(3),
                rows.getInt(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7).equals(DONE),
                rows.getString(8),
                rows.getString(9)));
      }
    }
    return List.copyOf(found);
  }

  /** Adds a step that begins, or, in the transaction of the step itself, one that is done. */
  void add(Connection connection, JournalRow row) throws SQLException {
    change(
        connection,
        "INSERT INTO "
            + sqlName()
            + " (revision, direction, step, steps, what, hash, state, started_at, position)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.revision(),
        word(row.direction()),
        row.step(),
        row.steps(),
        row.what(),
        row.hash(),
        row.done() ? DONE : STARTED,
        row.started(),
        row.position());
  }

  /** Writes that a step is done, where that is not written yet. */
  public void done(Connection connection, JournalRow row) throws SQLException {
    change(
        connection,
        "UPDATE " + sqlName() + " SET state = ? WHERE revision = ? AND direction = ? AND step = ?",
        DONE,
        row.revision(),
        word(row.direction()),
        row.step());
  }

  /** Writes how far a step came. */
  void position(Connection connection, JournalRow row, String position) throws SQLException {
    change(
        connection,
        "UPDATE "
            + sqlName()
            + " SET position = ? WHERE revision = ? AND direction = ? AND step = ?",
        position,
        row.revision(),
        word(row.direction()),
        row.step());
  }

  /** Takes back that a step was begun. */
  public void remove(Connection connection, JournalRow row) throws SQLException {
    change(
        connection,
        "DELETE FROM " + sqlName() + " WHERE revision = ? AND direction = ? AND step = ?",
        row.revision(),
        word(row.direction()),
        row.step());
  }

  /** Removes the steps of a revision. */
  public void clear(Connection connection, String revision) throws SQLException {
    change(connection, "DELETE FROM " + sqlName() + " WHERE revision = ?", revision);
  }

  static String time(Instant instant) {
    return HistoryTable.TIME.format(instant);
  }

  private static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  private static void change(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private String sqlName() {
    return dialect.identifiers().render(name);
  }
}
