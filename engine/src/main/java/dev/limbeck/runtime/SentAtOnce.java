package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.runtime.VersionTable.RowChange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A revision that only makes {@linkplain NewObjects what was not there}, in two round trips: the
 * look at the lock and the version rows, its statements and its version rows; then, where all of
 * that was as it has to be, its history row and the commit. The commit does not wait for the disk
 * where another such revision comes next: one that waits makes sure of all before it.
 *
 * <p>The database does not say which of several statements it refused. But whatever it refuses, the
 * revision is rolled back as a whole and run again one by one: that says it.
 */
final class SentAtOnce {
  private static final int SECONDS_TO_ANSWER = 5;

  private final Workplace place;
  private final RecordedStep recorded;
  private final List<String> statements;
  private final Set<String> expectedRows;
  private final Instant started;
  private final boolean isFollowed;
  private final Retries.Attempt oneByOne;
  private boolean refused;

  /**
   * @param recorded a step with statements that are planned
   * @param expectedRows the version rows before it
   * @param isFollowed true where another revision is sent at once behind it, and somebody waits for
   *     the last of them to be on disk
   * @param oneByOne the other way to run it, in a transaction of its own
   */
  SentAtOnce(
      Workplace place,
      RecordedStep recorded,
      Set<String> expectedRows,
      Instant started,
      boolean isFollowed,
      Retries.Attempt oneByOne) {
    this.place = place;
    this.recorded = recorded;
    this.statements = requireNonNull(recorded.planned(), "planned");
    this.expectedRows = expectedRows;
    this.started = started;
    this.isFollowed = isFollowed;
    this.oneByOne = oneByOne;
  }

  /** True where the database and its driver can do it so. */
  static boolean isPossible(Workplace place, RecordedStep recorded) {
    return recorded.planned() != null
        && place.deployment().preparesSeveral()
        && place.lock().asking(place.versions().query()) != null;
  }

  /** Runs it in a transaction; the first time at once, and once that was refused one by one. */
  void run() throws SQLException {
    if (refused) {
      oneByOne.run();
      return;
    }
    try {
      new Surroundings(place)
          .inTransaction(
              () -> {
                send();
                statements.forEach(place.progress()::statement);
                end();
              });
    } catch (LostCommit e) {
      throw e;
    } catch (SQLException e) {
      refused = true;
      boolean again = place.deployment().isTransient(e) && place.patience().retries() > 0;
      if (again || !place.connection().isValid(SECONDS_TO_ANSWER)) {
        throw failure(e);
      }
      oneByOne.run();
    }
  }

  private LimbeckException failure(SQLException cause) {
    return DatabaseFailure.running(
        recorded.id(),
        null,
        "One of its statements, which were sent together.",
        true,
        0,
        place.deployment().remedy(cause),
        cause);
  }

  private void send() throws SQLException {
    List<RowOperation> operations = recorded.step().rows();
    List<RowChange> changes = operations.stream().map(place.versions()::change).toList();
    List<String> parts = new ArrayList<>();
    parts.add(requireNonNull(place.lock().asking(place.versions().query()), "asking"));
    parts.addAll(statements);
    changes.forEach(change -> parts.add(change.sql()));
    // A statement may end in a comment, which ends with its line.
    String sql = parts.stream().collect(joining("\n;\n"));
    try (PreparedStatement statement = place.connection().prepareStatement(sql)) {
      int parameter = 1;
      for (RowChange change : changes) {
        change.set(statement, parameter);
        parameter += change.arguments().size();
      }
      statement.execute();
      place.versions().demand(place.lock().texts(statement.getResultSet()), expectedRows);
      for (int i = 0; i < statements.size(); i++) {
        statement.getMoreResults();
      }
      for (RowOperation operation : operations) {
        statement.getMoreResults();
        place.versions().demandOne(operation, statement.getUpdateCount());
      }
    }
  }

  private void end() throws SQLException {
    String notWaiting = isFollowed ? place.deployment().letCommitNotWait() : null;
    String sql =
        place.history().insert() + (notWaiting == null ? "" : ";\n" + notWaiting) + ";\nCOMMIT";
    try (PreparedStatement statement = place.connection().prepareStatement(sql)) {
      place.history().set(statement, 1, recorded.done(started, place.clock().instant()));
      LostCommit.orCommit(
          place.connection(),
          recorded.committed(place.history(), started),
          () -> {
            statement.execute();
            // Nothing is left to commit; the connection and those who lent it are told.
            place.deployment().commit(place.connection());
          });
    }
  }
}
