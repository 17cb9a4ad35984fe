package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.migration.Migration;
import dev.limbeck.model.QualifiedName;
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
  private final Dialect dialect;
  private final Connection connection;
  private final VersionTable versions;
  private final HistoryTable history;

  /**
   * @param connection the database, in auto-commit mode; no table in it may bear the name of one of
   *     Limbeck's own
   */
  public Rehearsal(Dialect dialect, Connection connection) throws SQLException {
    this.dialect = requireNonNull(dialect, "dialect");
    this.connection = requireNonNull(connection, "connection");
    this.versions = new VersionTable(dialect, QualifiedName.parse("limbeck_version"));
    this.history = new HistoryTable(dialect, QualifiedName.parse("limbeck_history"));
    versions.create(connection);
    history.create(connection);
  }

  /** The tables that are not of the schema that is rehearsed on. */
  public Set<QualifiedName> ownTables() {
    return Set.of(versions.name(), history.name());
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
    new RevisionRunner(
            dialect,
            connection,
            versions,
            history,
            Clock.systemUTC(),
            new NobodyElse(),
            Progress.silent())
        .run(step, migration, null, rows);
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
