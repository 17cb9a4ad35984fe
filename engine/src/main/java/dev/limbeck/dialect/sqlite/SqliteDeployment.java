package dev.limbeck.dialect.sqlite;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Patience;
import dev.limbeck.dialect.TableSize;
import dev.limbeck.model.QualifiedName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deploying to SQLite: a lock on a file beside the database, and transactions that own the database
 * from their beginning and do not enforce foreign keys.
 *
 * <p>Foreign keys are off because a rebuild drops the table that others refer to, and cannot be
 * turned off inside a transaction; what a revision breaks meanwhile is found before the commit.
 */
final class SqliteDeployment implements Deployment {
  private static final Duration BUSY = Duration.ofSeconds(30);
  private static final int SQLITE_BUSY = 5;

  private final SqliteIdentifiers identifiers;

  SqliteDeployment(SqliteIdentifiers identifiers) {
    this.identifiers = identifiers;
  }

  @Override
  public Lock lock(
      ConnectionSource connections,
      QualifiedName versionTable,
      Duration timeout,
      Consumer<String> waiting)
      throws SQLException {
    String file;
    String url;
    try (Connection connection = connections.open()) {
      file = databaseFile(connection);
      url = connection.getMetaData().getURL();
    }
    return DeploymentLock.take(file, url, timeout, waiting);
  }

  /** The path of the database's file; empty for a database in memory. */
  private static String databaseFile(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
      String file = rows.next() ? rows.getString(1) : null;
      return file == null ? "" : file;
    }
  }

  @Override
  public List<String> beforeTransaction() {
    return List.of("PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = OFF");
  }

  @Override
  public List<String> afterTransaction() {
    return List.of("PRAGMA legacy_alter_table = OFF");
  }

  @Override
  public List<String> afterTransaction(Connection connection) throws SQLException {
    List<String> restoring = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String setting : List.of("foreign_keys", "legacy_alter_table")) {
        try (ResultSet rows = statement.executeQuery("PRAGMA " + setting)) {
          boolean on = rows.next() && rows.getInt(1) != 0;
          restoring.add("PRAGMA " + setting + " = " + (on ? "ON" : "OFF"));
        }
      }
    }
    return restoring;
  }

  /**
   * Begins with the right to write, waiting for other writers. The driver itself can begin only a
   * transaction that takes this right at its first write, when another may have been faster; so its
   * transaction is ended and one begun in its place.
   */
  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    long deadline = System.nanoTime() + BUSY.toNanos();
    try (Statement statement = connection.createStatement()) {
      statement.execute("COMMIT");
      while (true) {
        try {
          statement.execute("BEGIN IMMEDIATE");
          return;
        } catch (SQLException e) {
          if ((e.getErrorCode() & 0xff) != SQLITE_BUSY || System.nanoTime() > deadline) {
            // As the driver believes it to be, for its rollback.
            statement.execute("BEGIN");
            throw e;
          }
          Waiting.pause();
        }
      }
    }
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /**
   * Where the disk is full, and after some other errors, SQLite has rolled back by itself. Then
   * neither the driver's rollback nor its next commit works, since it believes that the transaction
   * is still there; so it gets one.
   */
  @Override
  public void rollback(Connection connection) throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
      } catch (SQLException second) {
        e.addSuppressed(second);
        throw e;
      }
      connection.rollback();
    }
    connection.setAutoCommit(true);
  }

  @Override
  public void verify(Connection connection, List<String> before) throws SQLException {
    Set<String> old = new HashSet<>(before);
    List<String> broken =
        violations(connection).stream().filter(line -> !old.contains(line)).toList();
    if (!broken.isEmpty()) {
      throw new LimbeckException(
          "LMB-408",
          "The revision leaves something broken behind; it is rolled back.\n  "
              + String.join("\n  ", broken.subList(0, Math.min(20, broken.size())))
              + (broken.size() > 20 ? "\n  and " + (broken.size() - 20) + " more" : "")
              + "\n  Correct the rows, or what refers to them, in the revision.");
    }
  }

  @Override
  public List<String> violations(Connection connection) throws SQLException {
    return new Violations(identifiers).lines(connection);
  }

  /** The triggers, and first the table's own statement, which may say more than the model does. */
  @Override
  public List<String> attachments(Connection connection, QualifiedName table) throws SQLException {
    String query =
        "SELECT sql FROM main.sqlite_schema WHERE tbl_name = ? COLLATE NOCASE AND sql IS NOT NULL"
            + " AND type IN ('table', 'trigger') ORDER BY type, rowid";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table.name().text());
      try (ResultSet rows = statement.executeQuery()) {
        List<String> statements = new ArrayList<>();
        while (rows.next()) {
          statements.add(rows.getString(1));
        }
        return statements;
      }
    }
  }

  @Override
  public String createVersionTable(QualifiedName versionTable) {
    return "CREATE TABLE IF NOT EXISTS "
        + identifiers.render(versionTable)
        + " (version_num varchar(32) NOT NULL PRIMARY KEY)";
  }

  @Override
  public String createHistoryTable(QualifiedName historyTable) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
          id integer NOT NULL PRIMARY KEY,
          revision text NOT NULL,
          direction text NOT NULL,
          started_at text NOT NULL,
          finished_at text,
          duration_ms integer,
          db_user text,
          os_user text,
          host text,
          tool_version text,
          operations text,
          source_hash text,
          class_hash text,
          outcome text NOT NULL,
          error text)"""
        .formatted(identifiers.render(historyTable));
  }

  @Override
  public String createJournalTable(QualifiedName journalTable) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
          revision text NOT NULL,
          direction text NOT NULL,
          step integer NOT NULL,
          steps integer NOT NULL,
          what text NOT NULL,
          hash text NOT NULL,
          state text NOT NULL,
          started_at text NOT NULL,
          position text,
          PRIMARY KEY (revision, direction, step))"""
        .formatted(identifiers.render(journalTable));
  }

  @Override
  public String literalOf(String expression) {
    return "quote(" + expression + ")";
  }

  /** SQLite waits for its one lock when a transaction begins, and ends no statement by itself. */
  @Override
  public List<String> limits(Patience patience) {
    return patience.lockTimeout() == null
        ? List.of()
        : List.of("PRAGMA busy_timeout = " + patience.lockTimeout().toMillis());
  }

  @Override
  public List<String> present(Connection connection, Patience patience) throws SQLException {
    if (patience.lockTimeout() == null) {
      return List.of();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA busy_timeout")) {
      row.next();
      return List.of("PRAGMA busy_timeout = " + row.getInt(1));
    }
  }

  @Override
  public boolean isTransient(SQLException failure) {
    return (failure.getErrorCode() & 0xff) == SQLITE_BUSY;
  }

  /** {@code VACUUM INTO} copies what is committed, also while others read and write. */
  @Override
  public @Nullable Path backup(Connection connection, String suffix) throws SQLException {
    String file = databaseFile(connection);
    if (file.isEmpty()) {
      return null;
    }
    Path copy = Path.of(file + suffix);
    try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
    return copy;
  }

  /** The name of the file, or {@code memory}. */
  @Override
  public String databaseName(Connection connection) throws SQLException {
    String file = databaseFile(connection);
    return file.isEmpty() ? "memory" : String.valueOf(Path.of(file).getFileName());
  }

  @Override
  public List<TableSize> sizes(Connection connection, Collection<QualifiedName> tables)
      throws SQLException {
    List<TableSize> sizes = new ArrayList<>();
    List<QualifiedName> present = new ArrayList<>();
    for (QualifiedName table : tables) {
      if (hasTable(connection, table)) {
        present.add(table);
      }
    }
    if (present.isEmpty()) {
      return sizes;
    }
    String counts =
        present.stream()
            .map(table -> "(SELECT count(*) FROM " + identifiers.render(table) + ")")
            .collect(Collectors.joining(", ", "SELECT ", ""));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(counts)) {
      row.next();
      for (int i = 0; i < present.size(); i++) {
        sizes.add(new TableSize(present.get(i), row.getLong(i + 1), false, null));
      }
    }
    return sizes;
  }

  @Override
  public boolean hasTable(Connection connection, QualifiedName table) throws SQLException {
    String query =
        "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table.name().text());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
