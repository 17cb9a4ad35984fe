package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.CatalogReader.CatalogRow;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What SQLite itself says of tables: its columns as it took them, indexes as they were written. */
final class SqliteRows {
  private static final String ROWS =
      """
      SELECT t.name, c.name, 'type', 'pragma_table_xinfo', c.type
        FROM main.sqlite_schema t, pragma_table_xinfo(t.name, 'main') c WHERE t.type = 'table'
      UNION ALL
      SELECT t.name, c.name, 'nullable', 'pragma_table_xinfo',
             CASE c."notnull" WHEN 1 THEN 'not null' ELSE 'null' END
        FROM main.sqlite_schema t, pragma_table_xinfo(t.name, 'main') c WHERE t.type = 'table'
      UNION ALL
      SELECT t.name, c.name, 'default', 'pragma_table_xinfo', c.dflt_value
        FROM main.sqlite_schema t, pragma_table_xinfo(t.name, 'main') c
       WHERE t.type = 'table' AND c.dflt_value IS NOT NULL
      UNION ALL
      SELECT tbl_name, name, 'index', 'sqlite_schema', sql
        FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
      UNION ALL
      SELECT name, NULL, 'table', 'sqlite_schema', 'table'
        FROM main.sqlite_schema WHERE type = 'table'
      """;

  private SqliteRows() {}

  /**
   * Reads the rows.
   *
   * @param tables the only tables, or null for all
   */
  static List<CatalogRow> read(Connection connection, @Nullable Set<Identifier> tables)
      throws SQLException {
    List<CatalogRow> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROWS)) {
      while (rows.next()) {
        Identifier table = Identifier.of(rows.getString(1));
        String part = rows.getString(2);
        if (tables == null || tables.contains(table)) {
          found.add(
              new CatalogRow(
                  QualifiedName.of(table),
                  part == null ? null : Identifier.of(part),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
      }
    }
    return found;
  }
}
