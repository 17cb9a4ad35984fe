package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The table that says which revisions a database is at: a row for each tip of what is applied.
 *
 * <p>Every write is conditional: it has to match exactly one row, or the transaction must not be
 * committed.
 *
 * @param dialect the database's dialect
 * @param name the table's name
 */
public record VersionTable(Dialect dialect, QualifiedName name) {

  /** The ids in the table, in the order of the ids; none where the table is not there. */
  public List<String> rows(Connection connection) throws SQLException {
    if (!dialect.deployment().hasTable(connection, name)) {
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query() + " ORDER BY version_num")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return List.copyOf(rows);
  }

  /** Makes the table where it is not there. */
  public void create(Connection connection) throws SQLException {
    if (!dialect.deployment().hasTable(connection, name)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(dialect.deployment().createVersionTable(name));
      }
    }
  }

  /**
   * Looks whether the right to deploy is held still, and the table has these rows and no others.
   *
   * @throws LimbeckException LMB-407 where the right was lost; LMB-409 where the rows are others:
   *     somebody else was at work
   */
  void demand(Connection connection, Deployment.Lock lock, Set<String> expected)
      throws SQLException {
    demand(lock.verifyAndAsk(connection, query()), expected);
  }

  /** The query of all ids. */
  String query() {
    return "SELECT version_num FROM " + sqlName();
  }

  /**
   * Looks whether the rows of {@link #query} are these and no others.
   *
   * @throws LimbeckException LMB-409 where they are others
   */
  void demand(Collection<String> found, Set<String> expected) {
    Set<String> rows = new HashSet<>(found);
    if (!rows.equals(expected)) {
      throw new LimbeckException(
          "LMB-409",
          "The version table "
              + name
              + " changed meanwhile.\n  It says "
              + rows
              + " where "
              + expected
              + " was expected.\n  Nothing more was run. See `limbeck current`, then run the command again.");
    }
  }

  /**
   * Changes the rows, in the connection's transaction.
   *
   * @throws LimbeckException LMB-409 where a change does not match exactly one row
   */
  public void apply(Connection connection, List<RowOperation> operations) throws SQLException {
    for (RowOperation operation : operations) {
      RowChange change = change(operation);
      try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
        change.set(statement, 1);
        demandOne(operation, statement.executeUpdate());
      }
    }
  }

  /**
   * A change as a statement with parameters.
   *
   * @param arguments the values of the parameters
   */
  record RowChange(String sql, List<String> arguments) {
    /** Sets the parameters, of which this change's first is the one at this place. */
    void set(PreparedStatement statement, int first) throws SQLException {
      for (int i = 0; i < arguments.size(); i++) {
        statement.setString(first + i, arguments.get(i));
      }
    }
  }

  /** The statement of a change. */
  RowChange change(RowOperation operation) {
    if (operation instanceof RowOperation.Insert insert) {
      return new RowChange(
          "INSERT INTO " + sqlName() + " (version_num) VALUES (?)", List.of(insert.revision()));
    }
    if (operation instanceof RowOperation.Delete delete) {
      return new RowChange(
          "DELETE FROM " + sqlName() + " WHERE version_num = ?", List.of(delete.revision()));
    }
    RowOperation.Update move = (RowOperation.Update) operation;
    return new RowChange(
        "UPDATE " + sqlName() + " SET version_num = ? WHERE version_num = ?",
        List.of(move.to(), move.from()));
  }

  /**
   * Looks at how many rows a change matched.
   *
   * @throws LimbeckException LMB-409 where it is not exactly one
   */
  void demandOne(RowOperation operation, int changed) {
    if (changed != 1) {
      throw new LimbeckException(
          "LMB-409",
          "The version table "
              + name
              + " changed meanwhile.\n  "
              + operation
              + " matched "
              + changed
              + " rows instead of one.\n  The revision was rolled back. See `limbeck current`, then run the command again.");
    }
  }

  /** Writes the rows as they are, so that a commit waits until all before it is on disk. */
  void touch(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE " + sqlName() + " SET version_num = version_num");
    }
  }

  /** The statement of a change, for a script. */
  public String statement(RowOperation operation) {
    if (operation instanceof RowOperation.Insert insert) {
      return "INSERT INTO "
          + sqlName()
          + " (version_num) VALUES ("
          + SqlText.literal(insert.revision())
          + ")";
    }
    if (operation instanceof RowOperation.Delete delete) {
      return "DELETE FROM "
          + sqlName()
          + " WHERE version_num = "
          + SqlText.literal(delete.revision());
    }
    RowOperation.Update move = (RowOperation.Update) operation;
    return "UPDATE "
        + sqlName()
        + " SET version_num = "
        + SqlText.literal(move.to())
        + " WHERE version_num = "
        + SqlText.literal(move.from());
  }

  private String sqlName() {
    return dialect.identifiers().render(name);
  }
}
