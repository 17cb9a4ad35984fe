package dev.limbeck.runtime;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.graph.StampStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.source.RevisionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a database from where it is to where it shall be, alone: it holds the right to deploy from
 * the first look to the last commit.
 *
 * @param dialect the database's dialect
 * @param connections opens connections to the database
 * @param versions the version table
 * @param lockTimeout how long to wait for another deployer
 * @param progress told what happens
 */
public record Deployer(
    Dialect dialect,
    Deployment.ConnectionSource connections,
    VersionTable versions,
    Duration lockTimeout,
    Progress progress) {

  /** Finds the steps from the rows of the version table. */
  @FunctionalInterface
  public interface Route<S> {
    List<S> from(List<String> rows);
  }

  /**
   * Runs revisions.
   *
   * @param route finds the steps; asked once the right to deploy is held
   * @return the steps that were run
   */
  public List<RevisionStep> run(
      RevisionGraph graph, RevisionSource source, Route<RevisionStep> route) {
    return deploy(
        (connection, lock) -> {
          List<String> rows = versions.rows(connection);
          List<RevisionStep> steps = route.from(rows);
          if (steps.isEmpty()) {
            return steps;
          }
          versions.create(connection);
          Map<String, Migration> migrations =
              source.migrations(steps.stream().map(RevisionStep::revision).toList());
          RevisionRunner runner = new RevisionRunner(dialect, connection, versions, lock, progress);
          Set<String> expected = new HashSet<>(rows);
          for (RevisionStep step : steps) {
            Migration migration = migrations.get(step.revision().id());
            if (migration == null) {
              throw new IllegalStateException("the source did not load " + step.revision().id());
            }
            runner.run(step, migration, expected);
            step.rows().forEach(operation -> operation.applyTo(expected));
          }
          return steps;
        });
  }

  /**
   * Changes the version table without running anything.
   *
   * @param route finds the steps; asked once the right to deploy is held
   * @return the steps that were made
   */
  public List<StampStep> stamp(Route<StampStep> route, boolean purge) {
    return deploy(
        (connection, lock) -> {
          versions.create(connection);
          Deployment deployment = dialect.deployment();
          deployment.begin(connection);
          try {
            List<String> rows = versions.rows(connection);
            if (purge) {
              versions.apply(
                  connection,
                  rows.stream().map(row -> (RowOperation) new RowOperation.Delete(row)).toList());
            }
            List<StampStep> steps = route.from(purge ? List.of() : rows);
            for (StampStep step : steps) {
              versions.apply(connection, step.rows());
            }
            deployment.commit(connection);
            return steps;
          } catch (SQLException | RuntimeException e) {
            deployment.rollback(connection);
            throw e;
          }
        });
  }

  /** What is done while the right to deploy is held. */
  @FunctionalInterface
  private interface Work<R> {
    R with(Connection connection, Deployment.Lock lock) throws SQLException;
  }

  private <R> R deploy(Work<R> work) {
    try (Connection connection = connections.open()) {
      boolean autoCommit = connection.getAutoCommit();
      // What surrounds a revision's transaction has to stand outside of one.
      connection.setAutoCommit(true);
      try (Deployment.Lock lock =
          dialect.deployment().lock(connections, versions.name(), lockTimeout)) {
        return work.with(connection, lock);
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw DatabaseFailure.reading(e);
    }
  }
}
