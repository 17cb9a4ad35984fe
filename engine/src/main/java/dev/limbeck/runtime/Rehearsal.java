package dev.limbeck.runtime;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Patience;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.migration.Migration;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.plan.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Applies and undoes one revision on a database that nobody else knows of, as it would be applied
 * for good: planned, guarded and executed the same way, with version row and history. Only the lock
 * is missing, since there is nobody to lock out.
 *
 * <p>Not thread-safe.
 */
public final class Rehearsal {
  private final Workplace place;

  /**
   * @param connection the database, in auto-commit mode; no table in it may bear the name of one of
   *     Limbeck's own
   * @param progress told what is run
   */
  public Rehearsal(Dialect dialect, Connection connection, Progress progress) throws SQLException {
    this.place =
        new Workplace(
            dialect,
            connection,
            new VersionTable(dialect, QualifiedName.parse("limbeck_version")),
            new HistoryTable(dialect, QualifiedName.parse("limbeck_history")),
            new JournalTable(dialect, QualifiedName.parse("limbeck_journal")),
            Clock.systemUTC(),
            new NobodyElse(),
            progress,
            Patience.USUAL);
    place.versions().create(connection);
    place.history().create(connection);
  }

  /** The tables that are not of the schema that is rehearsed on. */
  public Set<QualifiedName> ownTables() {
    return place.ownTables();
  }

  /** Applies the revision, which must not be applied. */
  public void upgrade(RevisionNode revision, Migration migration) throws SQLException {
    run(
        new RevisionStep(
            revision, Direction.UPGRADE, List.of(new RowOperation.Insert(revision.id()))),
        migration,
        Set.of());
  }

  /** Undoes the revision, which must be applied. */
  public void downgrade(RevisionNode revision, Migration migration) throws SQLException {
    run(
        new RevisionStep(
            revision, Direction.DOWNGRADE, List.of(new RowOperation.Delete(revision.id()))),
        migration,
        Set.of(revision.id()));
  }

  private void run(RevisionStep step, Migration migration, Set<String> rows) throws SQLException {
    new RevisionRunner(place, Transactions.REVISION)
        .run(RecordedStep.of(step, migration, null), null, rows, List.of());
  }

  private record NobodyElse() implements Deployment.Lock {
    @Override
    public void verify() {
      // It cannot be lost, since nobody else could take it.
    }

    @Override
    public void close() {
      // There is nothing to give back.
    }
  }
}
