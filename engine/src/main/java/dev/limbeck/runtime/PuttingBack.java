package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is put back on a connection behind some work, whether that failed or not. Where both fail,
 * the error is the work's: the other one is often no more than its consequence.
 *
 * @param connection on which nothing is put back once it is closed
 * @param step puts it back
 */
record PuttingBack(Connection connection, Step step) {

  /** What is done behind the work. */
  @FunctionalInterface
  interface Step {
    void run() throws SQLException;
  }

  /** The work. */
  @FunctionalInterface
  interface Work<R> {
    R run() throws SQLException;
  }

  /** Does the work, then puts back. */
  <R> R behind(Work<R> work) throws SQLException {
    R result;
    try {
      result = work.run();
    } catch (SQLException | RuntimeException | Error e) {
      try {
        putBack();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    putBack();
    return result;
  }

  private void putBack() throws SQLException {
    if (!connection.isClosed()) {
      step.run();
    }
  }
}
