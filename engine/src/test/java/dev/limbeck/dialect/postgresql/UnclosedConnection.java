package dev.limbeck.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection that a pool lends: closing it closes nothing. */
final class UnclosedConnection {
  private UnclosedConnection() {}

  static Connection of(Connection lent) {
    return (Connection)
        Proxy.newProxyInstance(
            UnclosedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(lent, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
