package dev.limbeck.runtime;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recording;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Operation;
import dev.limbeck.plan.Misfit;
import dev.limbeck.plan.WorkUnit;
import dev.limbeck.plan.WorkUnits;
import dev.limbeck.source.ContentHash;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies or undoes one revision: records it, then does its units one after the other, each planned
 * just before it runs, from the schema that is there. Where there are several, the journal says
 * which of them are done.
 */
final class RevisionRunner {
  private final Workplace place;

  RevisionRunner(Workplace place) {
    this.place = place;
  }

  /**
   * Runs the step.
   *
   * @param hash what the revision is made of, or null where nobody can say
   * @param expectedRows the version rows before it; others mean that somebody else was at work
   * @param begun what the journal knows of the step from an earlier attempt
   */
  void run(
      RevisionStep step,
      Migration migration,
      @Nullable ContentHash hash,
      Set<String> expectedRows,
      List<JournalRow> begun)
      throws SQLException {
    place.progress().begins(step);
    Instant started = place.clock().instant();
    Recording recording = StepRecording.of(step, migration);
    String operations = operations(step, migration, recording);
    List<WorkUnit> units = WorkUnits.of(recording.operations(), place.dialect());
    String id = step.revision().id();
    JournaledUnits journaled = new JournaledUnits(place, step, units, begun);
    journaled.demandUnchanged();
    for (int i = 0; i < units.size(); i++) {
      if (!units.get(i).inTransaction()) {
        new UnitWork(place, id, recording, units.get(i), i).removeLeftovers();
      }
    }
    if (units.size() > 1 && begun.isEmpty()) {
      checkAhead(step, recording, units);
    }
    journaled.open();
    for (int i = 0; i < units.size() - 1; i++) {
      place.lock().verify();
      JournalRow row = journaled.toDo(i);
      if (row == null) {
        continue;
      }
      UnitWork work = new UnitWork(place, id, recording, units.get(i), i);
      if (units.get(i).inTransaction()) {
        inTransaction(work, expectedRows, () -> place.journal().add(place.connection(), row));
      } else {
        Operation alone = units.get(i).operations().get(0);
        journaled.alone(
            i,
            row,
            alone instanceof ChangeInBatches change
                ? kept ->
                    new BatchWork(place, id, change, recording.line(change), expectedRows).run(kept)
                : kept -> outsideTransaction(work));
      }
    }
    place.lock().verify();
    WorkUnit last = units.get(units.size() - 1);
    inTransaction(
        new UnitWork(place, id, recording, last, units.size() - 1),
        expectedRows,
        () -> {
          place.versions().apply(place.connection(), step.rows());
          place.history().add(place.connection(), row(step, started, operations, hash));
          journaled.close();
        });
    place.progress().done(step);
  }

  /** Rows that refuse a later unit are found before the first is done. */
  private void checkAhead(RevisionStep step, Recording recording, List<WorkUnit> units)
      throws SQLException {
    List<Operation> operations = new ArrayList<>();
    for (WorkUnit unit : units) {
      operations.addAll(place.dialect().statements().rewrite(unit.operations()));
    }
    LiveState state =
        new LiveState(place.dialect(), place.connection(), operations, place.ownTables());
    new DataGuard(place, new Misfit(step.revision().id()), recording)
        .checkAhead(operations, state.model());
  }

  /** What changes at the end of a unit, in its transaction. */
  @FunctionalInterface
  interface Writing {
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
        place.clock().instant(),
        operations,
        hash);
  }

  private void inTransaction(UnitWork work, Set<String> expectedRows, Writing ending)
      throws SQLException {
    Retries.run(place, !work.runsJava(), () -> once(work, expectedRows, ending));
  }

  private void once(UnitWork work, Set<String> expectedRows, Writing ending) throws SQLException {
    Deployment deployment = place.deployment();
    List<String> restoring = deployment.afterTransaction(place.connection());
    place.executeAll(deployment.beforeTransaction());
    try {
      deployment.begin(place.connection());
      try {
        place.versions().demand(place.connection(), expectedRows);
        boolean checks = work.changesTables();
        List<String> before = checks ? deployment.violations(place.connection()) : List.of();
        work.run();
        if (checks) {
          deployment.verify(place.connection(), before);
        }
        ending.write();
        deployment.commit(place.connection());
      } catch (SQLException | RuntimeException | Error e) {
        place.rollback(e);
        throw e;
      }
    } finally {
      place.executeAll(restoring);
    }
  }

  /** The same surroundings, since a rebuild of a table must not meet foreign keys that act. */
  private void outsideTransaction(UnitWork work) throws SQLException {
    List<String> restoring = place.deployment().afterTransaction(place.connection());
    place.executeAll(place.deployment().beforeTransaction());
    try {
      work.run();
    } finally {
      place.executeAll(restoring);
    }
  }
}
