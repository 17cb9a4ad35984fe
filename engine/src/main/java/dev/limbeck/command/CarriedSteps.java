package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.WrittenStep;
import dev.limbeck.source.RunCalls;
import dev.limbeck.source.RunCalls.RunCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the source of {@code op.run(…)} over into another class, where it stands for itself: the
 * call is written once, names what it does by a literal, and uses no member of its class.
 */
final class CarriedSteps {
  private final String id;
  private final Recording recording;
  private final List<RunCall> calls;
  private final List<Integer> lines = new ArrayList<>();

  private CarriedSteps(String id, Recording recording, List<RunCall> calls) {
    this.id = id;
    this.recording = recording;
    this.calls = calls;
    collectLines(recording.operations());
  }

  /**
   * The operations, their Java steps with their source.
   *
   * @param id the id of the revision
   * @param file the file of its class
   * @throws LimbeckException LMB-268 where a step does not stand for itself
   */
  static List<Operation> of(String id, Path file, Recording recording) {
    CarriedSteps steps =
        new CarriedSteps(id, recording, RunCalls.in(SourceFiles.text(file), file.toString()));
    return recording.operations().stream().map(steps::carried).toList();
  }

  private void collectLines(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof OnlyOn only) {
        collectLines(only.operations());
      } else if (operation instanceof OutsideTransaction outside) {
        collectLines(outside.operations());
      } else if (operation instanceof RunJava run) {
        lines.add(line(run));
      }
    }
  }

  private int line(RunJava run) {
    SourceLine line = recording.line(run);
    return line == null ? 0 : line.line();
  }

  private Operation carried(Operation operation) {
    if (operation instanceof OnlyOn only) {
      return new OnlyOn(only.dialect(), only.operations().stream().map(this::carried).toList());
    }
    if (operation instanceof OutsideTransaction outside) {
      return new OutsideTransaction(outside.operations().stream().map(this::carried).toList());
    }
    return operation instanceof RunJava run ? carried(run) : operation;
  }

  private RunJava carried(RunJava run) {
    int line = line(run);
    List<RunCall> there = calls.stream().filter(call -> call.line() == line).toList();
    if (there.size() != 1 || lines.stream().filter(each -> each == line).count() != 1) {
      throw refused(run, "it does not stand on a line of its own, or runs several times");
    }
    RunCall call = there.get(0);
    if (!call.description().equals(run.description())) {
      throw refused(run, "its description is not a literal");
    }
    if (!call.members().isEmpty()) {
      throw refused(run, "it uses " + String.join(", ", call.members()) + " of its class");
    }
    return new RunJava(
        run.description(),
        new WrittenStep(call.arguments(), call.imports()),
        run.sql(),
        run.doneWhen());
  }

  private LimbeckException refused(RunJava run, String reason) {
    return new LimbeckException(
        "LMB-268",
        "A Java step cannot be taken over into the squash.\n  "
            + recording.line(run)
            + "   run(\""
            + run.description()
            + "\") of revision "
            + id
            + ": "
            + reason
            + ".\n  Nothing was changed. End the range before "
            + id
            + ", or write the step so that it stands for itself.");
  }
}
