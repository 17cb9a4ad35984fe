package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.LockDemand;
import dev.limbeck.dialect.Patience;
import dev.limbeck.dialect.TableSize;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An advisory lock on a connection of its own keeps deployers apart; transactions hold DDL, and
 * PostgreSQL itself checks what they leave behind.
 */
final class PostgresDeployment implements Deployment {
  /** Serialization failure, deadlock detected, lock not available. */
  private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03");

  private static final String OUT_OF_MEMORY = "53200";

  private final IdentifierRules identifiers;

  PostgresDeployment(IdentifierRules identifiers) {
    this.identifiers = requireNonNull(identifiers, "identifiers");
  }

  @Override
  public Lock lock(
      ConnectionSource connections,
      QualifiedName versionTable,
      Duration timeout,
      Consumer<String> waiting)
      throws SQLException {
    return PostgresLock.take(connections, versionTable, timeout, waiting);
  }

  @Override
  public List<String> beforeTransaction() {
    return List.of();
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  @Override
  public boolean preparesSeveral() {
    return true;
  }

  /** Commits stand in the log in their order, which is written to disk in that order too. */
  @Override
  public String letCommitNotWait() {
    return "SET LOCAL synchronous_commit = off";
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void verify(Connection connection, List<String> before) {
    // Nothing to do: deferred constraints are checked by the commit, all others before it.
  }

  @Override
  public List<String> violations(Connection connection) {
    return List.of();
  }

  @Override
  public List<String> afterTransaction() {
    return List.of();
  }

  @Override
  public List<String> attachments(Connection connection, QualifiedName table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT pg_catalog.pg_get_triggerdef(t.oid)
            FROM pg_catalog.pg_trigger t
            WHERE t.tgrelid = pg_catalog.to_regclass(?) AND NOT t.tgisinternal
            ORDER BY t.oid
            """)) {
      statement.setString(1, identifiers.render(table));
      try (ResultSet rows = statement.executeQuery()) {
        List<String> triggers = new ArrayList<>();
        while (rows.next()) {
          triggers.add(rows.getString(1));
        }
        return triggers;
      }
    }
  }

  @Override
  public String createVersionTable(QualifiedName versionTable) {
    return "CREATE TABLE IF NOT EXISTS "
        + identifiers.render(versionTable)
        + " (version_num varchar(32) NOT NULL, CONSTRAINT "
        + keyName(versionTable)
        + " PRIMARY KEY (version_num))";
  }

  @Override
  public String createHistoryTable(QualifiedName historyTable) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
          id bigint NOT NULL,
          revision text NOT NULL,
          direction text NOT NULL,
          started_at text NOT NULL,
          finished_at text,
          duration_ms bigint,
          db_user text,
          os_user text,
          host text,
          tool_version text,
          operations text,
          source_hash text,
          class_hash text,
          outcome text NOT NULL,
          error text,
          CONSTRAINT %s PRIMARY KEY (id))"""
        .formatted(identifiers.render(historyTable), keyName(historyTable));
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
          CONSTRAINT %s PRIMARY KEY (revision, direction, step))"""
        .formatted(identifiers.render(journalTable), keyName(journalTable));
  }

  @Override
  public List<String> leftovers(Connection connection, Operation operation) throws SQLException {
    return InvalidIndexes.dropping(connection, identifiers, operation);
  }

  @Override
  public String literalOf(String expression) {
    return "pg_catalog.quote_literal(" + expression + ")";
  }

  @Override
  public List<String> limits(Patience patience) {
    List<String> statements = new ArrayList<>();
    if (patience.lockTimeout() != null) {
      statements.add("SET lock_timeout = " + patience.lockTimeout().toMillis());
    }
    if (patience.statementTimeout() != null) {
      statements.add("SET statement_timeout = " + patience.statementTimeout().toMillis());
    }
    return statements;
  }

  @Override
  public List<String> present(Connection connection, Patience patience) throws SQLException {
    List<String> statements = new ArrayList<>();
    if (patience.lockTimeout() != null) {
      statements.add(present(connection, "lock_timeout"));
    }
    if (patience.statementTimeout() != null) {
      statements.add(present(connection, "statement_timeout"));
    }
    return statements;
  }

  private static String present(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return "SET " + setting + " = '" + row.getString(1) + "'";
    }
  }

  /** By PostgreSQL's manual, appendix Error Codes. */
  @Override
  public boolean isTransient(SQLException failure) {
    return TRANSIENT.contains(String.valueOf(failure.getSQLState()));
  }

  @Override
  public @Nullable LockDemand lockDemand(Connection connection, List<Operation> operations)
      throws SQLException {
    return new PostgresLockDemand(connection, identifiers).of(operations);
  }

  /** Out of memory; the server says so where its lock table is full, and where it really is. */
  @Override
  public @Nullable String remedy(SQLException failure) {
    return OUT_OF_MEMORY.equals(failure.getSQLState())
        ? "The transaction holds more locks than the server has room for. Raise"
            + " max_locks_per_transaction, which needs a restart, or divide the revision: `--transactions"
            + " none` commits each operation."
        : null;
  }

  @Override
  public String databaseName(Connection connection) throws SQLException {
    return connection.getCatalog();
  }

  /** Rows as the statistics have them, counted only where there are none yet. */
  @Override
  public List<TableSize> sizes(Connection connection, Collection<QualifiedName> tables)
      throws SQLException {
    List<QualifiedName> names = List.copyOf(tables);
    List<TableSize> sizes = new ArrayList<>();
    String query =
        """
        SELECT n.place, c.reltuples::bigint, pg_catalog.pg_total_relation_size(c.oid)
        FROM unnest(?::text[]) WITH ORDINALITY AS n(name, place)
        JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(n.name)
        WHERE c.relkind IN ('r', 'p', 'm')
        ORDER BY n.place
        """;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", names.stream().map(identifiers::render).toArray(String[]::new)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sizes.add(
              new TableSize(
                  names.get(rows.getInt(1) - 1),
                  Math.max(0, rows.getLong(2)),
                  true,
                  rows.getLong(3)));
        }
      }
    }
    return sizes;
  }

  private String keyName(QualifiedName table) {
    return identifiers.render(new Identifier(table.name().text() + "_pkc", table.name().quoted()));
  }

  @Override
  public boolean hasTable(Connection connection, QualifiedName table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT EXISTS (
              SELECT FROM pg_catalog.pg_class c
              WHERE c.oid = pg_catalog.to_regclass(?) AND c.relkind IN ('r', 'p'))
            """)) {
      statement.setString(1, identifiers.render(table));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
