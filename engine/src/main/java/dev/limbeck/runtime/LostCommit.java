package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Deployment;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection was lost while a transaction was being committed: only the database knows whether
 * it was.
 */
final class LostCommit extends SQLException {
  private static final long serialVersionUID = 1L;
  private static final int SECONDS_TO_ANSWER = 5;

  private final transient Committed committed;

  private LostCommit(Committed committed, SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.committed = requireNonNull(committed, "committed");
  }

  /**
   * Commits a transaction.
   *
   * @param committed what it is
   * @throws LostCommit where the connection does not live any more
   * @throws SQLException where the database refused, so that nothing was committed
   */
  static void orCommit(Deployment deployment, Connection connection, Committed committed)
      throws SQLException {
    orCommit(connection, committed, () -> deployment.commit(connection));
  }

  /** Commits. */
  @FunctionalInterface
  interface Commit {
    void run() throws SQLException;
  }

  /** As {@link #orCommit(Deployment, Connection, Committed)}, in another way. */
  static void orCommit(Connection connection, Committed committed, Commit commit)
      throws SQLException {
    try {
      commit.run();
    } catch (SQLException e) {
      if (connection.isValid(SECONDS_TO_ANSWER)) {
        throw e;
      }
      throw new LostCommit(committed, e);
    }
  }

  Committed committed() {
    return committed;
  }
}
