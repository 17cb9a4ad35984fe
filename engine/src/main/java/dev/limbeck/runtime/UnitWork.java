package dev.limbeck.runtime;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.operation.DataAccess;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.plan.Misfit;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.OpaqueSql;
import dev.limbeck.plan.OperationResolver;
import dev.limbeck.plan.PutOffChecks;
import dev.limbeck.plan.WorkUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of one unit, at work: each is planned from the schema that is there, and run. */
final class UnitWork {
  private final Workplace place;
  private final String revision;
  private final Recording recording;
  private final boolean inTransaction;
  private final int before;
  private final List<Operation> operations;
  private final PutOffChecks putOff;

  /**
   * @param before how many units of the revision are done already
   */
  UnitWork(Workplace place, String revision, Recording recording, WorkUnit unit, int before) {
    this(
        place,
        revision,
        recording,
        unit,
        before,
        List.of(),
        new PutOffChecks(place.dialect().statements()));
  }

  /**
   * @param before how many units of the revision are done already
   * @param behind what comes after the unit in the same transaction, in other revisions
   * @param putOff knows what came before it in the same transaction
   */
  UnitWork(
      Workplace place,
      String revision,
      Recording recording,
      WorkUnit unit,
      int before,
      List<Operation> behind,
      PutOffChecks putOff) {
    this.place = place;
    this.revision = revision;
    this.recording = recording;
    this.inTransaction = unit.inTransaction();
    this.before = before;
    this.putOff = putOff;
    this.operations = place.dialect().statements().rewrite(unit.operations(), behind);
  }

  /**
   * Runs the unit in the transaction that is open, where the right to deploy is held still, and
   * makes sure that it leaves nothing broken.
   *
   * @param expectedRows the version rows before it; others mean that somebody else was at work
   */
  void runWhole(Set<String> expectedRows) throws SQLException {
    Connection connection = place.connection();
    place.versions().demand(connection, place.lock(), expectedRows);
    boolean checks = changesTables();
    List<String> broken = checks ? place.deployment().violations(connection) : List.of();
    run();
    if (checks) {
      place.deployment().verify(connection, broken);
    }
  }

  /**
   * True where the unit does anything but make new objects, so that rows that are there may be
   * affected.
   */
  private boolean changesTables() {
    return operations.stream().anyMatch(operation -> !(operation instanceof CreateTable));
  }

  /** True where running it twice does more to the world than to the database. */
  boolean runsJava() {
    return runsJava(operations);
  }

  /** As {@link #runsJava()}, of any operations. */
  static boolean runsJava(List<Operation> operations) {
    return operations.stream().anyMatch(RunJava.class::isInstance);
  }

  void run() throws SQLException {
    if (operations.isEmpty()) {
      return;
    }
    Dialect dialect = place.dialect();
    LiveState state = new LiveState(dialect, place.connection(), operations, place.ownTables());
    Misfit misfit = new Misfit(revision);
    DataGuard guard = new DataGuard(place, misfit, recording);
    guard.checkAhead(operations, state.model());
    boolean rowsChanged = false;
    for (Operation operation : operations) {
      boolean opaque = DataGuard.isOpaque(operation);
      rowsChanged |= opaque;
      if (!opaque) {
        state.freshFor(operation);
      }
      OperationResolver resolver =
          new OperationResolver(
              dialect, state.model(), misfit, recording, place.progress()::notice);
      Operation fitting = resolver.resolve(operation);
      if (fitting instanceof RunJava java) {
        runJava(java);
      } else if (fitting != null) {
        if (rowsChanged || fitting instanceof AlterEnumType || fitting instanceof AlterDomain) {
          guard.check(operation, fitting, state.model());
        }
        execute(operation, dialect.statements().statements(fitting, state));
        if (!opaque) {
          state.advance(fitting);
        }
      }
      if (opaque && !OpaqueSql.changesOnlyRows(operation)) {
        state.mayHaveChanged();
      }
    }
  }

  /**
   * Removes what an attempt left that was broken off outside of a transaction, before anything
   * looks at the schema.
   */
  void removeLeftovers() throws SQLException {
    for (Operation operation : operations) {
      List<String> removing = place.deployment().leftovers(place.connection(), operation);
      for (String sql : removing) {
        place
            .progress()
            .notice(
                new Notice(
                    Notice.Level.WARNING,
                    "an earlier attempt was broken off and left something that is of no use: "
                        + sql));
      }
      execute(operation, removing);
    }
  }

  private void execute(Operation operation, List<String> planned) {
    List<String> statements = inTransaction ? putOff.among(planned) : planned;
    String current = "";
    try (Statement statement = place.connection().createStatement()) {
      for (String sql : statements) {
        current = sql;
        place.progress().statement(sql);
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw DatabaseFailure.running(
          revision,
          written(operation),
          current,
          inTransaction,
          before,
          place.deployment().remedy(e),
          e);
    }
  }

  private void runJava(RunJava java) {
    place.progress().statement("run: " + java.description());
    putOff.rowsChanged();
    try {
      java.step().run(new DataAccess(place.connection(), place.dialect().name()));
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError broken && !(e instanceof StackOverflowError)) {
        throw broken;
      }
      throw DatabaseFailure.running(
          revision, written(java), "run(\"" + java.description() + "\")", inTransaction, before, e);
    }
  }

  private @Nullable String written(Operation operation) {
    SourceLine line = DataGuard.line(recording, operation);
    return line == null ? null : line.toString();
  }
}
