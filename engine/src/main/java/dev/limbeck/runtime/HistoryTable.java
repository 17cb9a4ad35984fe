package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.source.ContentHash;
import dev.limbeck.sql.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of what was done to a database: a row for each revision that was applied or undone,
 * written in the revision's own transaction, and for each that was stamped or repaired. Where the
 * database stands is not for it to say, but for the {@link VersionTable}.
 *
 * <p>Rows are only added. Their keys count up by one, which the right to deploy makes safe; times
 * are texts in ISO 8601, UTC, of one length, so that they sort on every database.
 *
 * @param dialect the database's dialect
 * @param name the table's name
 */
public record HistoryTable(Dialect dialect, QualifiedName name) {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  static final String DONE = "done";
  private static final String FAILED = "failed";
  private static final int MOST_PARAMETERS = 500;

  /**
   * Makes the table where it is not there, as on a database that an earlier Limbeck deployed to.
   *
   * @throws LimbeckException LMB-412 where the database refuses
   */
  public void create(Connection connection) throws SQLException {
    if (dialect.deployment().hasTable(connection, name)) {
      return;
    }
    String sql = dialect.deployment().createHistoryTable(name);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new LimbeckException(
          "LMB-412",
          "Limbeck cannot make its table of what was done, "
              + name
              + ".\n  "
              + String.valueOf(e.getMessage()).strip().replace("\n", "\n  ")
              + "\n  Nothing was run. Let somebody with the right make it, or name another schema (history.table):\n    "
              + sql.replace("\n", "\n    "),
          e);
    }
  }

  /**
   * Adds a row, in the connection's transaction.
   *
   * @throws LimbeckException LMB-413 where the database refuses; the transaction must not be
   *     committed
   */
  public void add(Connection connection, HistoryRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert())) {
      set(statement, 1, row);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw refused(name.toString(), e);
    }
  }

  /**
   * The failure to write a row, maybe together with the version rows.
   *
   * @param tables the tables that were written into
   */
  static LimbeckException refused(String tables, SQLException cause) {
    return new LimbeckException(
        "LMB-413",
        "Limbeck cannot write what was done into "
            + tables
            + ".\n  "
            + String.valueOf(cause.getMessage()).strip().replace("\n", "\n  ")
            + "\n  What belongs to the row was rolled back with it.",
        cause);
  }

  /** The statement that adds a row. */
  String insert() {
    return "INSERT INTO "
        + sqlName()
        + " (id, revision, direction, started_at, finished_at, duration_ms, db_user, os_user,"
        + " host, tool_version, operations, source_hash, class_hash, outcome, error)"
        + " VALUES ((SELECT coalesce(max(id), 0) + 1 FROM "
        + sqlName()
        + "), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  }

  /**
   * Sets the parameters of {@link #insert}.
   *
   * @param first the place of the first of them
   */
  void set(PreparedStatement statement, int first, HistoryRow row) throws SQLException {
    Doer who = Doer.of(statement.getConnection());
    int place = first;
    for (String text :
        Arrays.asList(
            row.revision(),
            row.what().word(),
            TIME.format(row.started()),
            TIME.format(row.finished()))) {
      statement.setString(place++, text);
    }
    statement.setLong(place++, row.finished().toEpochMilli() - row.started().toEpochMilli());
    for (String text :
        Arrays.asList(
            who.databaseUser(),
            who.systemUser(),
            who.host(),
            who.version(),
            row.operations(),
            value(row.hash(), ContentHash.Kind.SOURCE),
            value(row.hash(), ContentHash.Kind.CLASS),
            row.error() == null ? DONE : FAILED,
            row.error())) {
      statement.setString(place++, text);
    }
  }

  /**
   * The statement with which a script adds a row. What the revision does is not in it, so that
   * nothing is compared later.
   *
   * @param now the expression for the present time
   */
  public String statement(String revision, HistoryRow.What what, String now) {
    String version = Doer.ownVersion();
    return "INSERT INTO "
        + sqlName()
        + " (id, revision, direction, started_at, finished_at, tool_version, outcome)\nVALUES"
        + " ((SELECT coalesce(max(id), 0) + 1 FROM "
        + sqlName()
        + "), "
        + SqlText.literal(revision)
        + ", "
        + SqlText.literal(what.word())
        + ",\n  "
        + now
        + ",\n  "
        + now
        + ", "
        + (version == null ? "NULL" : SqlText.literal(version))
        + ", "
        + SqlText.literal(DONE)
        + ")";
  }

  /** True where that was done, and is written here. */
  boolean tells(Connection connection, String revision, HistoryRow.What what, Instant started)
      throws SQLException {
    String sql =
        "SELECT count(*) FROM "
            + sqlName()
            + " WHERE revision = ? AND direction = ? AND started_at = ? AND outcome = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, revision);
      statement.setString(2, what.word());
      statement.setString(3, TIME.format(started));
      statement.setString(4, DONE);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getLong(1) > 0;
      }
    }
  }

  private static @Nullable String value(@Nullable ContentHash hash, ContentHash.Kind kind) {
    return hash != null && hash.kind() == kind ? hash.value() : null;
  }

  /**
   * The newest row about each revision, by its id, of what was done and did not fail; none where
   * the table is not there. One query, however many revisions there are.
   */
  public Map<String, HistoryEntry> newest(Connection connection) throws SQLException {
    if (!dialect.deployment().hasTable(connection, name)) {
      return Map.of();
    }
    String sql =
        "SELECT id, revision, started_at, CASE WHEN operations IS NULL THEN 0 ELSE 1 END,"
            + " source_hash, class_hash FROM "
            + sqlName()
            + " WHERE id IN (SELECT max(id) FROM "
            + sqlName()
            + " WHERE outcome = '"
            + DONE
            + "' GROUP BY revision)";
    Map<String, HistoryEntry> newest = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        newest.put(
            rows.getString(2),
            new HistoryEntry(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4) != 0,
                rows.getString(5),
                rows.getString(6)));
      }
    }
    return newest;
  }

  /** The operations of these rows, by their key, as texts. */
  public Map<Long, String> operations(Connection connection, Collection<Long> ids)
      throws SQLException {
    Map<Long, String> operations = new HashMap<>();
    Iterator<Long> left = List.copyOf(ids).iterator();
    while (left.hasNext()) {
      List<Long> some = new ArrayList<>();
      while (left.hasNext() && some.size() < MOST_PARAMETERS) {
        some.add(left.next());
      }
      String marks = some.stream().map(id -> "?").collect(Collectors.joining(", "));
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT id, operations FROM " + sqlName() + " WHERE id IN (" + marks + ")")) {
        for (int i = 0; i < some.size(); i++) {
          statement.setLong(i + 1, some.get(i));
        }
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            operations.put(rows.getLong(1), rows.getString(2));
          }
        }
      }
    }
    return operations;
  }

  /**
   * Keeps, for the next time, that a row also holds for these contents, in the connection's
   * transaction.
   *
   * @param hashes by the key of the row
   */
  public void remember(Connection connection, Map<Long, ContentHash> hashes) throws SQLException {
    for (ContentHash.Kind kind : ContentHash.Kind.values()) {
      String column = kind == ContentHash.Kind.SOURCE ? "source_hash" : "class_hash";
      try (PreparedStatement statement =
          connection.prepareStatement(
              "UPDATE " + sqlName() + " SET " + column + " = ? WHERE id = ?")) {
        for (Entry<Long, ContentHash> hash : hashes.entrySet()) {
          if (hash.getValue().kind() == kind) {
            statement.setString(1, hash.getValue().value());
            statement.setLong(2, hash.getKey());
            statement.executeUpdate();
          }
        }
      }
    }
  }

  private String sqlName() {
    return dialect.identifiers().render(name);
  }
}
