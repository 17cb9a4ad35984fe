package dev.limbeck.dialect.sqlite;

import static java.util.stream.Collectors.joining;

import dev.limbeck.model.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is broken in a SQLite database, a line for each finding: rows whose foreign key leads
 * nowhere, and views and triggers that do not compile, for example because a column is gone.
 */
final class Violations {
  private final SqliteIdentifiers identifiers;

  Violations(SqliteIdentifiers identifiers) {
    this.identifiers = identifiers;
  }

  List<String> lines(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      addRows(statement, lines);
      for (String view : views(statement)) {
        compile(connection, "SELECT 1 FROM " + name(view), "view " + view, lines);
      }
      for (Map.Entry<String, List<String>> table : tablesWithTriggers(statement).entrySet()) {
        compileTriggers(connection, table.getKey(), table.getValue(), lines);
      }
    }
    return lines;
  }

  private static void addRows(Statement statement, List<String> lines) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA main.foreign_key_check")) {
      while (rows.next()) {
        String row = rows.getString(2);
        lines.add(
            rows.getString(1)
                + (row == null ? ": a row" : ": row " + row)
                + " refers to a row of "
                + rows.getString(3)
                + " that does not exist (foreign key "
                + rows.getString(4)
                + ")");
      }
    } catch (SQLException e) {
      // A key that refers to columns without a unique constraint stops the whole check.
      lines.add("foreign keys: " + e.getMessage());
    }
  }

  private static List<String> views(Statement statement) throws SQLException {
    List<String> views = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT name FROM main.sqlite_schema WHERE type = 'view'")) {
      while (rows.next()) {
        views.add(rows.getString(1));
      }
    }
    return views;
  }

  /** The tables that have triggers, each with the columns that can be written. */
  private static Map<String, List<String>> tablesWithTriggers(Statement statement)
      throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    String query =
        """
        SELECT t.name, x.name
          FROM main.sqlite_schema t, pragma_table_xinfo(t.name, 'main') x
         WHERE t.type = 'table' AND x.hidden = 0
           AND t.name IN (SELECT tbl_name FROM main.sqlite_schema WHERE type = 'trigger')
         ORDER BY t.rowid, x.cid
        """;
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        tables.computeIfAbsent(rows.getString(1), key -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return tables;
  }

  private void compileTriggers(
      Connection connection, String table, List<String> columns, List<String> lines)
      throws SQLException {
    String what = "triggers of " + table;
    String assignments =
        columns.stream().map(column -> name(column) + " = " + name(column)).collect(joining(", "));
    compile(connection, "INSERT INTO " + name(table) + " DEFAULT VALUES", what, lines);
    compile(connection, "UPDATE " + name(table) + " SET " + assignments, what, lines);
    compile(connection, "DELETE FROM " + name(table), what, lines);
  }

  /** Compiles a statement without running it. */
  private static void compile(Connection connection, String sql, String what, List<String> lines) {
    try (PreparedStatement compiled = connection.prepareStatement(sql)) {
      compiled.getMetaData();
    } catch (SQLException e) {
      lines.add(what + ": " + e.getMessage());
    }
  }

  private String name(String text) {
    return identifiers.render(Identifier.of(text));
  }
}
