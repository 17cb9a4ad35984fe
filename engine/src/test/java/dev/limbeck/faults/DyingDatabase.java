package dev.limbeck.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * Connections whose user dies at a certain call that reaches the database. Calls are counted over
 * all connections, from 1.
 */
final class DyingDatabase {
  /** Thrown by each call after death, an error so that nobody handles it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String call) {
      super("killed at " + call);
    }
  }

  /**
   * When somebody dies.
   *
   * @param call the number of the call; 0 for never
   * @param before true where the call is not made any more
   */
  record Moment(int call, boolean before) {
    static final Moment NEVER = new Moment(0, false);
  }

  private final DataSource real;
  private final Moment moment;
  private final boolean halting;
  private final List<Connection> open = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private boolean dead;

  /**
   * @param halting true to end the whole process; false to end the connections, which is all that
   *     the database sees of it
   */
  DyingDatabase(DataSource real, Moment moment, boolean halting) {
    this.real = real;
    this.moment = moment;
    this.halting = halting;
  }

  DataSource dataSource() {
    return wrap(DataSource.class, real);
  }

  /** What was called so far, each with its SQL where it has any. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private <T> T wrap(Class<T> type, Object target) {
    return wrap(type, target, "");
  }

  private <T> T wrap(Class<T> type, Object target, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            DyingDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments, sql)));
  }

  private Object call(Object target, Method method, Object[] arguments, String prepared)
      throws Throwable {
    String name = method.getName();
    if (dead) {
      if (name.equals("close")) {
        return null;
      }
      throw new Killed(name);
    }
    String sql =
        arguments != null && arguments.length > 0 && arguments[0] instanceof String text
            ? text
            : prepared;
    boolean counts =
        name.startsWith("execute") || name.equals("commit") || name.equals("setAutoCommit");
    if (counts) {
      calls.add(name + " " + sql);
    }
    boolean now = counts && calls.size() == moment.call();
    if (now && moment.before()) {
      die();
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (now) {
      die();
    }
    if (result instanceof Connection connection) {
      open.add(connection);
      return wrap(Connection.class, connection);
    }
    if (result instanceof Statement statement) {
      statements.add(statement);
    }
    if (result instanceof PreparedStatement && method.getReturnType() == PreparedStatement.class) {
      return wrap(PreparedStatement.class, result, sql);
    }
    return result instanceof Statement ? wrap(Statement.class, result) : result;
  }

  private void die() throws SQLException {
    if (halting) {
      Runtime.getRuntime().halt(137);
    }
    dead = true;
    if (real instanceof SQLiteDataSource) {
      // SQLite keeps a closed connection, and what it holds, as long as a statement is open.
      for (Statement statement : statements) {
        statement.close();
      }
    }
    for (Connection connection : open) {
      if (real instanceof SQLiteDataSource) {
        connection.close();
      } else {
        connection.abort(Runnable::run);
      }
    }
    throw new Killed(calls.get(calls.size() - 1));
  }
}
