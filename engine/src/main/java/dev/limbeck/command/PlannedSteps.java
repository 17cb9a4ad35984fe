package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recording;
import dev.limbeck.operation.Operation;
import dev.limbeck.plan.OfflinePlanner;
import dev.limbeck.plan.OfflineUnit;
import dev.limbeck.plan.OneTransaction;
import dev.limbeck.plan.Transactions;
import dev.limbeck.plan.WorkUnits;
import dev.limbeck.runtime.StepRecording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plans the steps of a run without a database, in the transactions that the run would have.
 *
 * @param planner stands where the first step begins
 */
record PlannedSteps(Dialect dialect, OfflinePlanner planner, Transactions transactions) {

  /** A step, what it recorded, and what would be done. */
  record Planned(RevisionStep step, Recording recording, List<OfflineUnit> units) {
    String id() {
      return step.revision().id();
    }
  }

  /**
   * Plans.
   *
   * @param migrations the revisions of the steps
   * @throws LimbeckException LMB-444 where one transaction is to hold what it cannot
   */
  List<Planned> of(List<RevisionStep> steps, List<Migration> migrations) {
    List<Recording> recordings = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      recordings.add(StepRecording.of(steps.get(i), migrations.get(i)));
    }
    if (transactions == Transactions.ALL) {
      demandOne(steps, recordings);
    }
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      RevisionStep step = steps.get(i);
      Recording recording = recordings.get(i);
      List<Operation> behind = behind(recordings.subList(i + 1, recordings.size()));
      List<OfflineUnit> units =
          naming(step, () -> planner.plan(step.revision().id(), recording, transactions, behind));
      planned.add(new Planned(step, recording, units));
    }
    return planned;
  }

  private void demandOne(List<RevisionStep> steps, List<Recording> recordings) {
    OneTransaction one = new OneTransaction(dialect);
    for (int i = 0; i < steps.size(); i++) {
      RevisionStep step = steps.get(i);
      Recording recording = recordings.get(i);
      naming(step, () -> one.look(step.revision().id(), recording));
    }
    one.verify();
  }

  private List<Operation> behind(List<Recording> recordings) {
    return transactions == Transactions.ALL
        ? recordings.stream()
            .flatMap(recording -> WorkUnits.of(recording.operations(), dialect).stream())
            .flatMap(unit -> unit.operations().stream())
            .toList()
        : List.of();
  }

  /** An end of the way says of which revision it is. */
  private static <T> T naming(RevisionStep step, Supplier<T> work) {
    try {
      return work.get();
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-218")) {
        throw e;
      }
      throw new LimbeckException(
          e.code(),
          e.getMessage().substring(e.code().length() + 1)
              + "\n  In revision "
              + step.revision().id()
              + ".",
          e);
    }
  }
}
