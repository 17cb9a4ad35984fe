package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.ScratchDatabase;
import dev.limbeck.dialect.ScratchUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A database in memory.
 *
 * @param connection the only connection that it has, and with which it ends
 */
record SqliteScratch(Connection connection) implements ScratchDatabase {
  private static final String URL = SqliteDialect.JDBC_PREFIX + ":memory:";

  static SqliteScratch create() throws SQLException {
    try {
      DriverManager.getDriver(URL);
    } catch (SQLException e) {
      throw new ScratchUnavailableException("there is no JDBC driver for SQLite", e);
    }
    return new SqliteScratch(DriverManager.getConnection(URL));
  }

  @Override
  public List<String> lacks() {
    return List.of();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
