package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.Deployment.Lock;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a transaction whose connection was lost while it was being committed.
 *
 * @param lost the loss
 * @param isDone true where it was committed all the same
 * @param rows the version rows after it
 * @param place the database, for people
 */
record Aftermath(LostCommit lost, boolean isDone, List<String> rows, String place) {

  /**
   * Asks the database over a new connection, once the session of the old one has ended: until then
   * it may still commit.
   *
   * @throws LimbeckException LMB-404 where that fails too
   */
  static Aftermath of(
      LostCommit lost, ConnectionSource connections, Lock lock, VersionTable versions) {
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(true);
      lock.guard(connection);
      try {
        return new Aftermath(
            lost,
            lost.committed().trace().isIn(connection),
            versions.rows(connection),
            connections.place());
      } finally {
        lock.unguard(connection);
      }
    } catch (SQLException | LimbeckException e) {
      lost.addSuppressed(e);
      throw unknown(lost, connections.place(), e);
    }
  }

  private static LimbeckException unknown(LostCommit lost, String place, Exception second) {
    Committed committed = lost.committed();
    return new LimbeckException(
        "LMB-404",
        "It is unknown whether "
            + committed.what()
            + " is "
            + committed.word()
            + ": the connection was lost at its COMMIT."
            + said(place, lost)
            + "\n  Asking the database over a new connection failed too:"
            + "\n  "
            + DatabaseFailure.text(second)
            + "\n  As soon as it can be reached, `limbeck current` says where it stands, and"
            + " `limbeck upgrade` again is safe: it runs nothing twice.",
        lost);
  }

  /**
   * Stops where this is not the end of a revision.
   *
   * @throws LimbeckException LMB-403 where it was not committed, or was not all
   */
  void demandWhole() {
    boolean whole = lost.committed().whole();
    if (!isDone || !whole) {
      throw stopped(
          (isDone ? "" : "The transaction was rolled back. ")
              + (whole
                  ? "Run the command again."
                  : "Run the command again, or `limbeck resume`: it goes on there."));
    }
  }

  /** Where revisions are left. */
  LimbeckException stoppedBefore(List<RevisionStep> left) {
    return stopped(
        "Not run: "
            + left.stream().map(step -> step.revision().id()).collect(Collectors.joining(", "))
            + ". See `limbeck current`, then run the command again.");
  }

  private LimbeckException stopped(String next) {
    Committed committed = lost.committed();
    return new LimbeckException(
        "LMB-403",
        "The connection was lost at the COMMIT of "
            + committed.what()
            + ", which is "
            + (isDone ? "" : "not ")
            + committed.word()
            + "."
            + said(place, lost)
            + "\n  Asked over a new connection, the database says that it stands at "
            + (rows.isEmpty() ? "base" : String.join(", ", rows))
            + ".\n  "
            + next,
        lost);
  }

  /** What to tell where nothing is left. */
  Notice notice() {
    return new Notice(
        Notice.Level.WARNING,
        "the connection was lost at the COMMIT of "
            + lost.committed().what()
            + "; asked over a new one, the database says that it is "
            + lost.committed().word());
  }

  private static String said(String place, LostCommit lost) {
    return (place.isEmpty() ? "" : "\n  " + place) + "\n  " + DatabaseFailure.text(lost);
  }
}
