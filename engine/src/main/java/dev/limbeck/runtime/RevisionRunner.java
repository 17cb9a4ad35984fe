package dev.limbeck.runtime;

import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Recording;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Operation;
import dev.limbeck.plan.Misfit;
import dev.limbeck.plan.Transactions;
import dev.limbeck.plan.WorkUnit;
import dev.limbeck.plan.WorkUnits;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies or undoes one revision: does its units one after the other, each planned just before it
 * runs, from the schema that is there. Where there are several, the journal says which of them are
 * done.
 */
final class RevisionRunner {
  private final Workplace place;
  private final Transactions transactions;

  /**
   * @param transactions how much one holds; no more than a revision
   */
  RevisionRunner(Workplace place, Transactions transactions) {
    this.place = place;
    this.transactions = transactions;
  }

  /**
   * Runs the step.
   *
   * @param following what comes behind it; null where nothing does, or nobody knows
   * @param expectedRows the version rows before it; others mean that somebody else was at work
   * @param begun what the journal knows of the step from an earlier attempt
   */
  void run(
      RecordedStep recorded,
      @Nullable RecordedStep following,
      Set<String> expectedRows,
      List<JournalRow> begun)
      throws SQLException {
    RevisionStep step = recorded.step();
    Recording recording = recorded.recording();
    place.progress().begins(step);
    Instant started = place.clock().instant();
    String id = recorded.id();
    JournaledUnits journaled = units(recorded, begun);
    List<WorkUnit> units = journaled.units();
    journaled.demandUnchanged();
    for (int i = 0; i < units.size(); i++) {
      if (!units.get(i).inTransaction()) {
        new UnitWork(place, id, recording, units.get(i), i).removeLeftovers();
      }
    }
    if (units.size() > 1 && begun.isEmpty()) {
      checkAhead(step, recording, units);
    }
    LockForecast forecast = new LockForecast(place.deployment(), place.connection());
    for (WorkUnit unit : units) {
      forecast.demand("Revision " + id, unit.operations(), place.progress());
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
        inTransaction(
            work,
            expectedRows,
            journaled.committed(row, expectedRows),
            () -> place.journal().add(place.connection(), row));
      } else {
        Operation alone = units.get(i).operations().get(0);
        journaled.alone(
            i,
            row,
            alone instanceof ChangeInBatches change
                ? kept ->
                    new BatchWork(place, id, change, recording.line(change), expectedRows).run(kept)
                : kept -> new Surroundings(place).outsideTransaction(work::run));
      }
    }
    WorkUnit last = units.get(units.size() - 1);
    UnitWork work = new UnitWork(place, id, recording, last, units.size() - 1);
    Retries.Attempt oneByOne =
        () ->
            attempt(
                work,
                expectedRows,
                recorded.committed(place.history(), started),
                () -> {
                  new RevisionRows(place)
                      .write(step.rows(), recorded.done(started, place.clock().instant()));
                  journaled.close();
                });
    boolean atOnce = units.size() == 1 && begun.isEmpty() && SentAtOnce.isPossible(place, recorded);
    boolean isFollowed = following != null && SentAtOnce.isPossible(place, following);
    Retries.run(
        place,
        !work.runsJava(),
        atOnce
            ? new SentAtOnce(place, recorded, expectedRows, started, isFollowed, oneByOne)::run
            : oneByOne);
    place.progress().done(step);
  }

  /** What was begun is finished in the units in which it was begun, whatever is said by now. */
  private JournaledUnits units(RecordedStep recorded, List<JournalRow> begun) {
    JournaledUnits units = units(recorded, begun, transactions);
    if (begun.isEmpty() || units.areThoseBegun()) {
      return units;
    }
    JournaledUnits others =
        units(
            recorded,
            begun,
            transactions == Transactions.NONE ? Transactions.REVISION : Transactions.NONE);
    return others.areThoseBegun() ? others : units;
  }

  private JournaledUnits units(
      RecordedStep recorded, List<JournalRow> begun, Transactions transactions) {
    List<WorkUnit> units =
        WorkUnits.of(recorded.recording().operations(), place.dialect(), transactions);
    return new JournaledUnits(place, recorded.step(), units, begun);
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

  /**
   * Does a unit in a transaction, and that again as long as there is hope.
   *
   * @param committed what it is
   * @param ending what changes at the end of it
   */
  private void inTransaction(
      UnitWork work, Set<String> expectedRows, Committed committed, Surroundings.Body ending)
      throws SQLException {
    Retries.run(place, !work.runsJava(), () -> attempt(work, expectedRows, committed, ending));
  }

  private void attempt(
      UnitWork work, Set<String> expectedRows, Committed committed, Surroundings.Body ending)
      throws SQLException {
    new Surroundings(place)
        .inTransaction(
            committed,
            () -> {
              work.runWhole(expectedRows);
              ending.run();
            });
  }
}
