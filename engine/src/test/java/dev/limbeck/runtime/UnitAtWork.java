package dev.limbeck.runtime;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Patience;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.plan.WorkUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Does operations as a revision's unit does them, in a transaction that somebody else began. */
public final class UnitAtWork {
  private UnitAtWork() {}

  /**
   * Does the operations.
   *
   * @throws dev.limbeck.LimbeckException as a revision is refused
   */
  public static void run(Dialect dialect, Connection connection, List<Operation> operations)
      throws SQLException {
    Workplace place =
        new Workplace(
            dialect,
            connection,
            new VersionTable(dialect, QualifiedName.parse("limbeck_version")),
            new HistoryTable(dialect, QualifiedName.parse("limbeck_history")),
            new JournalTable(dialect, QualifiedName.parse("limbeck_journal")),
            Clock.systemUTC(),
            new Unlocked(),
            Progress.silent(),
            Patience.USUAL);
    List<String> broken = dialect.deployment().violations(connection);
    new UnitWork(place, "law", Recording.of(operations), new WorkUnit(true, operations), 0).run();
    dialect.deployment().verify(connection, broken);
  }

  /** Nobody else is there. */
  private static final class Unlocked implements Deployment.Lock {
    @Override
    public void verify() {}

    @Override
    public void close() {}
  }
}
