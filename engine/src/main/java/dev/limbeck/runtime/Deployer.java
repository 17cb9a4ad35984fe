package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Patience;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.graph.StampStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.plan.Transactions;
import dev.limbeck.source.ContentHash;
import dev.limbeck.source.RevisionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database from where it is to where it shall be, alone: it holds the right to deploy from
 * the first look to the last commit.
 *
 * @param dialect the database's dialect
 * @param connections opens connections to the database
 * @param versions the version table
 * @param history the table of what was done
 * @param journal the table of revisions that are not finished
 * @param clock dates what is done
 * @param lockTimeout how long to wait for another deployer
 * @param progress told what happens
 * @param patience how long the statements of revisions may wait and run
 * @param transactions how much one transaction holds
 */
public record Deployer(
    Dialect dialect,
    Deployment.ConnectionSource connections,
    VersionTable versions,
    HistoryTable history,
    JournalTable journal,
    Clock clock,
    Duration lockTimeout,
    Progress progress,
    Patience patience,
    Transactions transactions) {

  /** Finds the steps from the rows of the version table. */
  @FunctionalInterface
  public interface Route<S> {
    List<S> from(List<String> rows);
  }

  /** Looks at what is to be run before anything is run; an exception refuses the run. */
  @FunctionalInterface
  public interface Review {
    void check(Connection connection, List<RevisionStep> steps, Map<String, Migration> migrations)
        throws SQLException;
  }

  /** Looks at what is applied before anything is run; an exception refuses the run. */
  @FunctionalInterface
  public interface Guard {
    void check(Connection connection, List<String> rows) throws SQLException;
  }

  /**
   * Runs revisions.
   *
   * @param route finds the steps; asked once the right to deploy is held
   * @param guard asked when there are steps, and when there are none
   * @param review asked when there are steps
   * @return the steps that were run
   */
  public List<RevisionStep> run(
      RevisionSource source, Route<RevisionStep> route, Guard guard, Review review) {
    return deploy(
        (connection, lock) -> {
          List<String> rows = versions.rows(connection);
          List<RevisionStep> steps = route.from(rows);
          List<JournalRow> begun = journal.rows(connection);
          new Unfinished(begun).demandAmong(steps);
          guard.check(connection, rows);
          if (steps.isEmpty()) {
            return steps;
          }
          List<RevisionNode> revisions = steps.stream().map(RevisionStep::revision).toList();
          Map<String, Migration> migrations = source.migrations(revisions);
          Map<String, ContentHash> hashes = source.hashes(revisions);
          review.check(connection, steps, migrations);
          versions.create(connection);
          history.create(connection);
          Workplace place =
              new Workplace(
                  dialect, connection, versions, history, journal, clock, lock, progress, patience);
          Set<String> expected = new HashSet<>(rows);
          progress.starts(steps);
          if (transactions == Transactions.ALL) {
            new Unfinished(begun).demandAmong(List.of());
            runTogether(place, steps, migrations, hashes, expected);
          } else {
            List<Supplier<RecordedStep>> planned =
                recorded(steps, migrations, hashes).stream()
                    .<Supplier<RecordedStep>>map(
                        step -> () -> step.get().plannedFor(dialect, transactions))
                    .toList();
            runAlone(place, steps, planned, hashes, expected, begun);
          }
          return steps;
        });
  }

  private void runAlone(
      Workplace place,
      List<RevisionStep> steps,
      List<Supplier<RecordedStep>> recorded,
      Map<String, ContentHash> hashes,
      Set<String> expected,
      List<JournalRow> begun)
      throws SQLException {
    try (RecordedAhead ahead = new RecordedAhead(recorded)) {
      for (int i = 0; i < steps.size(); i++) {
        RevisionStep step = steps.get(i);
        List<RevisionStep> left = steps.subList(i + 1, steps.size());
        runAlone(place, step, ahead, hashes, expected, new Unfinished(begun).of(step), left);
        step.rows().forEach(operation -> operation.applyTo(expected));
      }
    }
  }

  private void runAlone(
      Workplace place,
      RevisionStep step,
      RecordedAhead ahead,
      Map<String, ContentHash> hashes,
      Set<String> expected,
      List<JournalRow> begun,
      List<RevisionStep> left)
      throws SQLException {
    Instant started = clock.instant();
    Aftermath aftermath;
    try {
      aftermath =
          watched(
              place,
              () ->
                  new RevisionRunner(place, transactions)
                      .run(ahead.next(), ahead.following(), expected, begun));
    } catch (SQLException | RuntimeException e) {
      keepFailure(step, started, hashes.get(step.revision().id()), e);
      throw e;
    }
    if (aftermath != null) {
      goOn(aftermath, List.of(step), left);
    }
  }

  private void runTogether(
      Workplace place,
      List<RevisionStep> steps,
      Map<String, Migration> migrations,
      Map<String, ContentHash> hashes,
      Set<String> expected)
      throws SQLException {
    List<RecordedStep> recorded =
        recorded(steps, migrations, hashes).stream().map(Supplier::get).toList();
    RevisionsTogether together = new RevisionsTogether(place, recorded);
    Instant started = clock.instant();
    Aftermath aftermath;
    try {
      aftermath = watched(place, () -> together.run(expected));
    } catch (SQLException | RuntimeException e) {
      RecordedStep failed = together.current();
      keepFailure(failed.step(), started, failed.hash(), e);
      throw e;
    }
    if (aftermath != null) {
      goOn(aftermath, steps, List.of());
    }
  }

  /**
   * Runs, and finds out what became of a commit at which the connection was lost.
   *
   * @return null where none was lost
   * @throws LimbeckException LMB-403 where it did not take place, or not all of a revision is done;
   *     LMB-404 where nobody can say
   */
  private @Nullable Aftermath watched(Workplace place, Retries.Attempt attempt)
      throws SQLException {
    try {
      attempt.run();
      return null;
    } catch (LostCommit e) {
      place.connection().close();
      Aftermath aftermath = Aftermath.of(e, connections, place.lock(), versions);
      aftermath.demandWhole();
      return aftermath;
    }
  }

  /** The connection is lost, but what it did is done. */
  private void goOn(Aftermath aftermath, List<RevisionStep> done, List<RevisionStep> left) {
    done.forEach(progress::done);
    if (!left.isEmpty()) {
      LimbeckException stopped = aftermath.stoppedBefore(left);
      keepAll(stopped);
      throw stopped;
    }
    progress.notice(aftermath.notice());
  }

  /** On a connection of its own: the other one may be broken, or hold what is being rolled back. */
  private void keepFailure(
      RevisionStep step, Instant started, @Nullable ContentHash hash, Exception failure) {
    String error = failure instanceof LimbeckException ? failure.getMessage() : failure.toString();
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(true);
      history.add(
          connection,
          new HistoryRow(
              step.revision().id(),
              HistoryRow.What.of(step.direction()),
              started,
              clock.instant(),
              null,
              hash,
              error == null ? failure.getClass().getName() : error));
    } catch (SQLException | LimbeckException e) {
      failure.addSuppressed(e);
      keepAll(failure);
    }
  }

  /** Where no later commit does, makes sure that what was committed is on disk. */
  private void keepAll(Exception failure) {
    if (dialect.deployment().letCommitNotWait() == null) {
      return;
    }
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(true);
      versions.touch(connection);
    } catch (SQLException | LimbeckException e) {
      failure.addSuppressed(e);
    }
  }

  private static List<Supplier<RecordedStep>> recorded(
      List<RevisionStep> steps,
      Map<String, Migration> migrations,
      Map<String, ContentHash> hashes) {
    return steps.stream()
        .<Supplier<RecordedStep>>map(step -> () -> recorded(step, migrations, hashes))
        .toList();
  }

  private static RecordedStep recorded(
      RevisionStep step, Map<String, Migration> migrations, Map<String, ContentHash> hashes) {
    String id = step.revision().id();
    Migration migration = migrations.get(id);
    if (migration == null) {
      throw new IllegalStateException("the source did not load " + id);
    }
    return RecordedStep.of(step, migration, hashes.get(id));
  }

  /** Looks at a database. */
  @FunctionalInterface
  public interface Look {
    void at(Connection connection) throws SQLException;
  }

  /** Says about which revisions a stamp leaves a row in the history. */
  @FunctionalInterface
  public interface Stamped {
    List<String> revisions(List<String> rowsBefore, List<String> rowsAfter);
  }

  /**
   * Changes the version table without running anything.
   *
   * @param route finds the steps; asked once the right to deploy is held
   * @param stamped asked where something changed
   * @param look asked first; an exception refuses the stamp
   * @return the steps that were made
   */
  public List<StampStep> stamp(Route<StampStep> route, boolean purge, Stamped stamped, Look look) {
    return alone(
        connection -> {
          look.at(connection);
          Instant started = clock.instant();
          new Unfinished(journal.rows(connection)).demandAmong(List.of());
          List<String> rows = versions.rows(connection);
          if (purge) {
            versions.apply(
                connection,
                rows.stream().map(row -> (RowOperation) new RowOperation.Delete(row)).toList());
          }
          List<String> before = purge ? List.of() : rows;
          List<StampStep> steps = route.from(before);
          for (StampStep step : steps) {
            versions.apply(connection, step.rows());
          }
          List<String> after = versions.rows(connection);
          if (!after.equals(rows)) {
            for (String revision : stamped.revisions(before, after)) {
              history.add(
                  connection,
                  new HistoryRow(
                      revision, HistoryRow.What.STAMP, started, clock.instant(), null, null));
            }
          }
          return steps;
        });
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Writing<R> {
    R in(Connection connection) throws SQLException;
  }

  /** Writes into Limbeck's own tables, alone and in one transaction; makes them where needed. */
  public <R> R alone(Writing<R> writing) {
    return deploy(
        (connection, lock) -> {
          versions.create(connection);
          history.create(connection);
          return new OwnTransaction<>(this, writing)
              .run(
                  connection,
                  lost -> {
                    connection.close();
                    Aftermath aftermath = Aftermath.of(lost, connections, lock, versions);
                    aftermath.demandWhole();
                    progress.notice(aftermath.notice());
                  });
        });
  }

  /** Writes in one transaction of a connection. */
  public <R> R transaction(Connection connection, Writing<R> writing) throws SQLException {
    return new OwnTransaction<>(this, writing)
        .run(
            connection,
            lost -> {
              throw lost;
            });
  }

  /** What is done while the right to deploy is held. */
  @FunctionalInterface
  private interface Work<R> {
    R with(Connection connection, Deployment.Lock lock) throws SQLException;
  }

  private <R> R deploy(Work<R> work) {
    try {
      return connected(work);
    } finally {
      progress.ends();
    }
  }

  private <R> R connected(Work<R> work) {
    try (Connection connection = connections.open()) {
      boolean autoCommit = connection.getAutoCommit();
      // What surrounds a revision's transaction has to stand outside of one.
      connection.setAutoCommit(true);
      return new PuttingBack(connection, () -> connection.setAutoCommit(autoCommit))
          .behind(() -> locked(connection, work));
    } catch (SQLException e) {
      throw DatabaseFailure.working(connections, e);
    }
  }

  private <R> R locked(Connection connection, Work<R> work) throws SQLException {
    try (Deployment.Lock lock =
        dialect.deployment().lock(connections, versions.name(), lockTimeout, progress::waiting)) {
      // Before anything is read: the last statement of an earlier deployment may still change it.
      lock.guard(connection);
      return limited(connection, lock, work);
    }
  }

  private <R> R limited(Connection connection, Deployment.Lock lock, Work<R> work)
      throws SQLException {
    List<String> before = dialect.deployment().present(connection, patience);
    Workplace.executeAll(connection, dialect.deployment().limits(patience));
    return new PuttingBack(connection, () -> Workplace.executeAll(connection, before))
        .behind(() -> work.with(connection, lock));
  }
}
