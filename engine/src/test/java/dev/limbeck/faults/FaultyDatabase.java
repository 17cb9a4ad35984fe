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

/**
 * Connections to a database to which something happens at a certain call that reaches it. Calls are
 * counted over all connections, from 1.
 */
final class FaultyDatabase {
  /** Thrown by each call of somebody who is dead, an error so that nobody handles it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String call) {
      super("killed at " + call);
    }
  }

  private final DataSource real;
  private final Moment moment;
  private final Disaster disaster;
  private final List<Connection> open = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private boolean dead;
  private boolean struck;

  FaultyDatabase(DataSource real, Moment moment, Disaster disaster) {
    this.real = real;
    this.moment = moment;
    this.disaster = disaster;
  }

  /** To which nothing happens. */
  FaultyDatabase(DataSource real) {
    this(real, Moment.NEVER, (database, at) -> {});
  }

  DataSource dataSource() {
    return wrap(DataSource.class, real, null, "");
  }

  /** The database without faults. */
  DataSource real() {
    return real;
  }

  /** True once it has happened. */
  boolean struck() {
    return struck;
  }

  /** What was called so far, each with its SQL where it has any. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The connections that were opened so far, without faults. */
  List<Connection> connections() {
    return List.copyOf(open);
  }

  /** Whoever uses the connections is dead: nothing reaches the database any more. */
  Killed die() throws SQLException {
    dead = true;
    for (Statement statement : statements) {
      // SQLite keeps a closed connection, and what it holds, as long as a statement is open.
      statement.close();
    }
    return new Killed(calls.get(calls.size() - 1));
  }

  private <T> T wrap(Class<T> type, Object target, Connection of, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultyDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments, of, sql)));
  }

  private Object call(Object target, Method method, Object[] arguments, Connection of, String sql)
      throws Throwable {
    String name = method.getName();
    if (dead) {
      if (name.equals("close")) {
        return null;
      }
      throw new Killed(name);
    }
    boolean withText = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
    String text = withText ? (String) arguments[0] : sql;
    boolean counts =
        name.startsWith("execute") || name.equals("commit") || name.equals("setAutoCommit");
    if (counts) {
      calls.add(name + " " + text);
    }
    boolean now = counts && calls.size() == moment.call();
    if (now && moment.before()) {
      strike(of);
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (now && !moment.before()) {
      strike(of);
    }
    return wrapped(result, method, of, text);
  }

  private void strike(Connection at) throws SQLException {
    struck = true;
    disaster.strikes(this, at);
  }

  private Object wrapped(Object result, Method method, Connection of, String sql)
      throws SQLException {
    if (result instanceof Connection connection) {
      open.add(connection);
      if (struck) {
        disaster.opened(connection);
      }
      return wrap(Connection.class, connection, connection, "");
    }
    if (!(result instanceof Statement statement)) {
      return result;
    }
    statements.add(statement);
    return method.getReturnType() == PreparedStatement.class
        ? wrap(PreparedStatement.class, result, of, sql)
        : wrap(Statement.class, result, of, "");
  }
}
