package dev.limbeck.sample;

import dev.limbeck.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row in each table of a schema that nobody knows beforehand: what must not be null has a
 * value, keys that must not be null refer to the row of their table.
 */
final class MinimalRows {
  private record Column(String name, int type, boolean needed) {}

  private final Connection connection;
  private final Map<String, Map<String, @Nullable Object>> rows = new HashMap<>();
  private final Set<String> refused = new TreeSet<>();

  private MinimalRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Fills all tables but Limbeck's own.
   *
   * @return the tables that took no row, since a check or a circle of keys refused the one tried
   */
  static Set<String> fill(TestDatabase database) {
    try (Connection connection = database.connection()) {
      MinimalRows rows = new MinimalRows(connection);
      for (String table : tables(connection)) {
        rows.insert(table, new TreeSet<>());
      }
      return rows.refused;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows each table has but Limbeck's own. */
  static SortedMap<String, Long> counts(TestDatabase database) {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (Connection connection = database.connection()) {
      for (String table : tables(connection)) {
        Object count = database.rows("select count(*) from \"" + table + '"').get(0).get(0);
        counts.put(table, ((Number) count).longValue());
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(null, schema(connection), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (!LimbeckProject.OWN_TABLES.contains(name) && !name.startsWith("sqlite_")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  private static @Nullable String schema(Connection connection) throws SQLException {
    return connection.getSchema();
  }

  private boolean insert(String table, Set<String> open) throws SQLException {
    if (rows.containsKey(table) || refused.contains(table)) {
      return rows.containsKey(table);
    }
    if (!open.add(table)) {
      return false;
    }
    Map<String, String[]> keys = keys(table);
    Map<String, @Nullable Object> row = new TreeMap<>();
    for (Column column : columns(table)) {
      if (column.needed()) {
        String[] target = keys.get(column.name());
        if (target == null) {
          row.put(column.name(), value(column.type()));
        } else if (target[0].equals(table)) {
          row.put(column.name(), row.getOrDefault(target[1], value(column.type())));
        } else if (insert(target[0], open)) {
          row.put(column.name(), rows.get(target[0]).get(target[1]));
        }
      }
    }
    open.remove(table);
    if (row.isEmpty() || !inserted(table, row)) {
      refused.add(table);
      return false;
    }
    rows.put(table, row);
    return true;
  }

  private boolean inserted(String table, Map<String, @Nullable Object> row) {
    String columns =
        row.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    String places = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into \"" + table + "\" (" + columns + ") values (" + places + ")")) {
      int index = 1;
      for (Object value : row.values()) {
        insert.setObject(index++, value);
      }
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      return false;
    }
  }

  private List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet found = metaData.getColumns(null, schema(connection), table, "%")) {
      while (found.next()) {
        columns.add(
            new Column(
                found.getString("COLUMN_NAME"),
                found.getInt("DATA_TYPE"),
                found.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                    && found.getString("COLUMN_DEF") == null
                    && !"YES".equals(found.getString("IS_AUTOINCREMENT"))));
      }
    }
    return columns;
  }

  /** Table and column that a column refers to. */
  private Map<String, String[]> keys(String table) throws SQLException {
    Map<String, String[]> keys = new HashMap<>();
    try (ResultSet found =
        connection.getMetaData().getImportedKeys(null, schema(connection), table)) {
      while (found.next()) {
        keys.put(
            found.getString("FKCOLUMN_NAME"),
            new String[] {found.getString("PKTABLE_NAME"), found.getString("PKCOLUMN_NAME")});
      }
    }
    return keys;
  }

  private static Object value(int type) {
    return switch (type) {
      case Types.BIGINT -> 1L;
      case Types.INTEGER, Types.SMALLINT, Types.TINYINT -> 1;
      case Types.BOOLEAN, Types.BIT -> false;
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> 1.5;
      case Types.NUMERIC, Types.DECIMAL -> java.math.BigDecimal.ONE;
      case Types.TIMESTAMP -> java.sql.Timestamp.valueOf("2026-01-02 03:04:05");
      case Types.DATE -> java.sql.Date.valueOf("2026-01-02");
      case Types.BINARY, Types.VARBINARY, Types.BLOB -> new byte[] {1};
      default -> "a";
    };
  }
}
