package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.operation.Operation;
import dev.limbeck.plan.OneTransaction;
import dev.limbeck.plan.PutOffChecks;
import dev.limbeck.plan.WorkUnit;
import dev.limbeck.plan.WorkUnits;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies or undoes several revisions in one transaction: all of them are done, or none. */
final class RevisionsTogether {
  private final Workplace place;
  private final List<RecordedStep> steps;
  private final List<List<Operation>> operations = new ArrayList<>();
  private int current;
  private Instant lastStarted = Instant.EPOCH;

  /**
   * @throws LimbeckException LMB-444 where something has to stand outside of a transaction
   */
  RevisionsTogether(Workplace place, List<RecordedStep> steps) {
    this.place = place;
    this.steps = List.copyOf(steps);
    OneTransaction one = new OneTransaction(place.dialect());
    steps.forEach(step -> one.look(step.id(), step.recording()));
    one.verify();
    for (RecordedStep step : steps) {
      operations.add(
          WorkUnits.of(step.recording().operations(), place.dialect()).stream()
              .flatMap(unit -> unit.operations().stream())
              .toList());
    }
  }

  /** The step that is at work, or was when something failed. */
  RecordedStep current() {
    return steps.get(current);
  }

  /**
   * Runs the steps.
   *
   * @param rows the version rows before them; others mean that somebody else was at work
   */
  void run(Set<String> rows) throws SQLException {
    List<Operation> all = operations.stream().flatMap(List::stream).toList();
    new LockForecast(place.deployment(), place.connection())
        .demand("The run", all, place.progress());
    boolean repeatable = operations.stream().noneMatch(UnitWork::runsJava);
    Retries.run(
        place,
        repeatable,
        () ->
            new Surroundings(place).inTransaction(committed(), () -> runAll(new HashSet<>(rows))));
    steps.forEach(step -> place.progress().done(step.step()));
  }

  /** All of them show in the last one. */
  private Committed committed() {
    RecordedStep last = steps.get(steps.size() - 1);
    return new Committed(
        (steps.size() == 1 ? "revision " : "the one transaction of revisions ")
            + steps.stream().map(RecordedStep::id).collect(Collectors.joining(", ")),
        Committed.word(last.step().direction()),
        true,
        connection -> last.committed(place.history(), lastStarted).trace().isIn(connection));
  }

  private void runAll(Set<String> expected) throws SQLException {
    PutOffChecks putOff = new PutOffChecks(place.dialect().statements());
    for (current = 0; current < steps.size(); current++) {
      RecordedStep step = steps.get(current);
      place.progress().begins(step.step());
      lastStarted = place.clock().instant();
      try {
        work(step, putOff).runWhole(expected);
      } catch (LimbeckException e) {
        throw current == 0 ? e : withThoseBefore(e);
      }
      new RevisionRows(place)
          .write(step.step().rows(), step.done(lastStarted, place.clock().instant()));
      step.step().rows().forEach(row -> row.applyTo(expected));
    }
    current = steps.size() - 1;
    place.lock().verify();
  }

  private UnitWork work(RecordedStep step, PutOffChecks putOff) {
    List<Operation> behind =
        operations.subList(current + 1, operations.size()).stream().flatMap(List::stream).toList();
    return new UnitWork(
        place,
        step.id(),
        step.recording(),
        new WorkUnit(true, operations.get(current)),
        0,
        behind,
        putOff);
  }

  private LimbeckException withThoseBefore(LimbeckException failure) {
    return new LimbeckException(
        failure.code(),
        failure.getMessage().substring(failure.code().length() + 1)
            + "\n  In one transaction with it were, and are rolled back too: "
            + steps.subList(0, current).stream()
                .map(RecordedStep::id)
                .collect(Collectors.joining(", "))
            + ".",
        failure.getCause() == null ? failure : failure.getCause());
  }
}
