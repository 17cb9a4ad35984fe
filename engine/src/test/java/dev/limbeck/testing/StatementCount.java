package dev.limbeck.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Counts what is asked of a database: each execution of a statement, each question to the driver's
 * metadata that has rows for an answer, each test whether the connection is alive.
 */
public final class StatementCount {
  private int asked;

  /** How often the database was asked. */
  public int asked() {
    return asked;
  }

  /** The connection, counted. */
  public Connection of(Connection connection) {
    return counted(Connection.class, connection);
  }

  private <T> T counted(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementCount.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> invoke(target, method, arguments)));
  }

  private Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    boolean asksForRows =
        target instanceof DatabaseMetaData && method.getReturnType() == ResultSet.class;
    if (asksForRows
        || method.getName().startsWith("execute")
        || method.getName().equals("isValid")) {
      asked++;
    }
    try {
      return wrapped(method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object wrapped(Object result) {
    if (result instanceof PreparedStatement) {
      return counted(PreparedStatement.class, result);
    }
    if (result instanceof Statement) {
      return counted(Statement.class, result);
    }
    return result instanceof DatabaseMetaData ? counted(DatabaseMetaData.class, result) : result;
  }
}
