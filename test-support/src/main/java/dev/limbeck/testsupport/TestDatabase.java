package dev.limbeck.testsupport;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that one test has for itself; {@link #close()} removes it.
 *
 * <p>Its methods throw {@link IllegalStateException}, with the statement in the message, where the
 * database refuses: a test that expects a refusal takes a {@link #connection()} and sees the {@link
 * SQLException} itself.
 */
public final class TestDatabase implements AutoCloseable {

  private final String name;
  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final DataSource dataSource;
  private final Runnable remove;

  TestDatabase(
      String name,
      String jdbcUrl,
      String user,
      String password,
      DataSource dataSource,
      Runnable remove) {
    this.name = requireNonNull(name, "name");
    this.jdbcUrl = requireNonNull(jdbcUrl, "jdbcUrl");
    this.user = requireNonNull(user, "user");
    this.password = requireNonNull(password, "password");
    this.dataSource = requireNonNull(dataSource, "dataSource");
    this.remove = requireNonNull(remove, "remove");
  }

  /** The database's name on its server, or its file's name. */
  public String name() {
    return name;
  }

  /** Without user and password. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /** Empty where the database knows no users. */
  public String user() {
    return user;
  }

  /** Empty where the server asks for none. */
  public String password() {
    return password;
  }

  /** Opens a new connection on each call; there is no pool. */
  public DataSource dataSource() {
    return dataSource;
  }

  public Connection connection() throws SQLException {
    return dataSource.getConnection();
  }

  /** Runs the statements in order on one connection, each in its own transaction. */
  public void execute(List<String> statements) {
    String current = "(connecting)";
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        current = sql;
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw refused(current, e);
    }
  }

  /** Runs the statements in order on one connection, each in its own transaction. */
  public void execute(String... statements) {
    execute(List.of(statements));
  }

  /** The rows of a query, each the list of its values as the driver gives them. */
  public List<List<@Nullable Object>> rows(String query) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(query)) {
      int width = results.getMetaData().getColumnCount();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (results.next()) {
        List<@Nullable Object> row = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
          row.add(results.getObject(i));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return Collections.unmodifiableList(rows);
    } catch (SQLException e) {
      throw refused(query, e);
    }
  }

  /** Removes the database, also while connections to it are open. */
  @Override
  public void close() {
    remove.run();
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }

  private IllegalStateException refused(String sql, SQLException cause) {
    return new IllegalStateException(jdbcUrl + " refused: " + sql, cause);
  }
}
