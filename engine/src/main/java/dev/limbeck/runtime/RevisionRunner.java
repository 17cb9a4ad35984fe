package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.operation.DataAccess;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.Misfit;
import dev.limbeck.plan.OpaqueSql;
import dev.limbeck.plan.OperationResolver;
import dev.limbeck.plan.WorkUnit;
import dev.limbeck.plan.WorkUnits;
import dev.limbeck.source.ContentHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies or undoes one revision: records it, then does its units one after the other, each planned
 * just before it runs, from the schema that is there.
 */
final class RevisionRunner {
  private final Dialect dialect;
  private final Connection connection;
  private final VersionTable versions;
  private final HistoryTable history;
  private final Clock clock;
  private final Deployment.Lock lock;
  private final Progress progress;

  RevisionRunner(
      Dialect dialect,
      Connection connection,
      VersionTable versions,
      HistoryTable history,
      Clock clock,
      Deployment.Lock lock,
      Progress progress) {
    this.dialect = dialect;
    this.connection = connection;
    this.versions = versions;
    this.history = history;
    this.clock = clock;
    this.lock = lock;
    this.progress = progress;
  }

  /**
   * Runs the step.
   *
   * @param hash what the revision is made of, or null where nobody can say
   * @param expectedRows the version rows before it; others mean that somebody else was at work
   */
  void run(
      RevisionStep step, Migration migration, @Nullable ContentHash hash, Set<String> expectedRows)
      throws SQLException {
    progress.begins(step);
    Instant started = clock.instant();
    Recording recording = StepRecording.of(step, migration);
    String operations = operations(step, migration, recording);
    List<WorkUnit> units = WorkUnits.of(recording.operations(), dialect.name());
    for (int i = 0; i < units.size(); i++) {
      lock.verify();
      Unit unit = new Unit(step, recording, units.get(i).operations());
      if (units.get(i).inTransaction()) {
        boolean last = i == units.size() - 1;
        inTransaction(
            unit,
            expectedRows,
            last
                ? () -> {
                  versions.apply(connection, step.rows());
                  history.add(connection, row(step, started, operations, hash));
                }
                : () -> {});
      } else {
        outsideTransaction(unit);
      }
    }
    progress.done(step);
  }

  /** What changes at the end of a unit, in its transaction. */
  @FunctionalInterface
  private interface Ending {
    void write() throws SQLException;
  }

  /** What an applied revision does, in the form that is kept; null for one that is undone. */
  private static @Nullable String operations(
      RevisionStep step, Migration migration, Recording recording) {
    return step.direction() == Direction.UPGRADE
        ? CanonicalRevision.of(recording.operations(), migration, step.revision().replaces()).text()
        : null;
  }

  private HistoryRow row(
      RevisionStep step, Instant started, @Nullable String operations, @Nullable ContentHash hash) {
    return new HistoryRow(
        step.revision().id(),
        HistoryRow.What.of(step.direction()),
        started,
        clock.instant(),
        operations,
        hash);
  }

  private void inTransaction(Unit unit, Set<String> expectedRows, Ending ending)
      throws SQLException {
    Deployment deployment = dialect.deployment();
    List<String> restoring = deployment.afterTransaction(connection);
    executeAll(deployment.beforeTransaction());
    try {
      deployment.begin(connection);
      try {
        checkRows(expectedRows);
        boolean checks = unit.changesTables();
        List<String> before = checks ? deployment.violations(connection) : List.of();
        unit.run(true);
        if (checks) {
          deployment.verify(connection, before);
        }
        ending.write();
        deployment.commit(connection);
      } catch (SQLException | RuntimeException | Error e) {
        rollback(e);
        throw e;
      }
    } finally {
      executeAll(restoring);
    }
  }

  /** The same surroundings, since a rebuild of a table must not meet foreign keys that act. */
  private void outsideTransaction(Unit unit) throws SQLException {
    List<String> restoring = dialect.deployment().afterTransaction(connection);
    executeAll(dialect.deployment().beforeTransaction());
    try {
      unit.run(false);
    } finally {
      executeAll(restoring);
    }
  }

  private void rollback(Throwable cause) {
    try {
      dialect.deployment().rollback(connection);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void checkRows(Set<String> expected) throws SQLException {
    Set<String> rows = new HashSet<>(versions.rows(connection));
    if (!rows.equals(expected)) {
      throw new LimbeckException(
          "LMB-409",
          "The version table "
              + versions.name()
              + " changed meanwhile.\n  It says "
              + rows
              + " where "
              + expected
              + " was expected.\n  Nothing more was run. See `limbeck current`, then run the command again.");
    }
  }

  private void executeAll(List<String> statements) throws SQLException {
    if (!statements.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }

  /** The operations of one unit, at work. */
  private final class Unit {
    private final RevisionStep step;
    private final Recording recording;
    private final List<Operation> operations;

    Unit(RevisionStep step, Recording recording, List<Operation> operations) {
      this.step = step;
      this.recording = recording;
      this.operations = dialect.statements().rewrite(operations);
    }

    /**
     * True where the unit does anything but make new objects, so that rows that are there may be
     * affected.
     */
    boolean changesTables() {
      return operations.stream()
          .anyMatch(operation -> !(operation instanceof Operation.CreateTable));
    }

    void run(boolean inTransaction) throws SQLException {
      if (operations.isEmpty()) {
        return;
      }
      LiveState state =
          new LiveState(dialect, connection, operations, Set.of(versions.name(), history.name()));
      Misfit misfit = new Misfit(step.revision().id());
      for (Operation operation : operations) {
        boolean opaque = operation instanceof ExecuteSql || operation instanceof RunJava;
        if (!opaque) {
          state.freshFor(operation);
        }
        OperationResolver resolver =
            new OperationResolver(dialect, state.model(), misfit, recording, progress::notice);
        Operation fitting = resolver.resolve(operation);
        if (fitting instanceof RunJava java) {
          runJava(java, inTransaction);
        } else if (fitting != null) {
          new DataGuard(dialect, connection, state.model(), misfit, recording.line(operation))
              .check(fitting);
          execute(operation, dialect.statements().statements(fitting, state), inTransaction);
          if (!opaque) {
            state.advance(fitting);
          }
        }
        if (opaque && !OpaqueSql.changesOnlyRows(operation)) {
          state.mayHaveChanged();
        }
      }
    }

    private void execute(Operation operation, List<String> statements, boolean inTransaction) {
      String current = "";
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          current = sql;
          progress.statement(sql);
          statement.execute(sql);
        }
      } catch (SQLException e) {
        throw DatabaseFailure.running(
            step.revision().id(), place(operation), current, inTransaction, e);
      }
    }

    private void runJava(RunJava java, boolean inTransaction) {
      progress.statement("run: " + java.description());
      try {
        java.step().run(new DataAccess(connection, dialect.name()));
      } catch (Throwable e) {
        if (e instanceof VirtualMachineError broken && !(e instanceof StackOverflowError)) {
          throw broken;
        }
        throw DatabaseFailure.running(
            step.revision().id(),
            place(java),
            "run(\"" + java.description() + "\")",
            inTransaction,
            e);
      }
    }

    private @Nullable String place(Operation operation) {
      SourceLine line = recording.line(operation);
      return line == null ? null : line.toString();
    }
  }
}
