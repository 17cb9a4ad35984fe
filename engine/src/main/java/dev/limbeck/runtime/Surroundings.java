package dev.limbeck.runtime;

import dev.limbeck.dialect.Deployment;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database needs around the statements of revisions. A rebuild of a table, for instance,
 * must not meet foreign keys that act.
 */
record Surroundings(Workplace place) {

  /** What is surrounded. */
  @FunctionalInterface
  interface Body {
    void run() throws SQLException;
  }

  /**
   * Runs it in a transaction, which is rolled back where it throws.
   *
   * @throws LostCommit where the connection does not live to see the commit
   */
  void inTransaction(Committed committed, Body body) throws SQLException {
    inTransaction(
        () -> {
          body.run();
          commit(committed);
        });
  }

  /**
   * Runs it in a transaction, which is rolled back where it throws.
   *
   * @param committing what is in the transaction, to the commit that ends it
   */
  void inTransaction(Body committing) throws SQLException {
    outsideTransaction(
        () -> {
          Deployment deployment = place.deployment();
          deployment.begin(place.connection());
          try {
            committing.run();
          } catch (SQLException | RuntimeException | Error e) {
            place.rollback(e);
            throw e;
          }
        });
  }

  private void commit(Committed committed) throws SQLException {
    try {
      LostCommit.orCommit(place.deployment(), place.connection(), committed);
    } catch (LostCommit e) {
      throw e;
    } catch (SQLException e) {
      throw DatabaseFailure.committing(committed, e);
    }
  }

  /** Runs it as it is. */
  void outsideTransaction(Body body) throws SQLException {
    Deployment deployment = place.deployment();
    List<String> restoring = deployment.afterTransaction(place.connection());
    place.executeAll(deployment.beforeTransaction());
    new PuttingBack(place.connection(), () -> place.executeAll(restoring))
        .<@Nullable Void>behind(
            () -> {
              body.run();
              return null;
            });
  }
}
