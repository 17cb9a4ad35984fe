package dev.limbeck.runtime;

import dev.limbeck.dialect.Deployment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One transaction that writes into Limbeck's own tables, and nothing else.
 *
 * @param deployer whose tables they are
 * @param writing what is written
 */
record OwnTransaction<R>(Deployer deployer, Deployer.Writing<R> writing) {

  /** What is done where the connection is lost at the commit; returns where it took place. */
  @FunctionalInterface
  interface Loss {
    void of(LostCommit lost) throws SQLException;
  }

  R run(Connection connection, Loss loss) throws SQLException {
    Deployment deployment = deployer.dialect().deployment();
    deployment.begin(connection);
    R result;
    List<Object> written;
    try {
      result = writing.in(connection);
      written = rows(connection);
    } catch (SQLException | RuntimeException e) {
      deployment.rollback(connection);
      throw e;
    }
    try {
      LostCommit.orCommit(
          deployment,
          connection,
          new Committed(
              "what this command writes", "written", true, later -> rows(later).equals(written)));
    } catch (LostCommit e) {
      loss.of(e);
    } catch (SQLException e) {
      deployment.rollback(connection);
      throw e;
    }
    return result;
  }

  private List<Object> rows(Connection connection) throws SQLException {
    return List.of(
        deployer.versions().rows(connection),
        deployer.journal().rows(connection),
        new HistoryLog(deployer.history()).newest(connection, null, 1));
  }
}
