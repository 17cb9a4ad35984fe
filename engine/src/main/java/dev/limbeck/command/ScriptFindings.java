package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.OfflineStep;
import dev.limbeck.plan.OfflineUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the way of a script, gathered over all revisions: Java that no SQL stands for, and
 * operations that fit only a database which somebody looks at.
 */
final class ScriptFindings {
  private final String dialect;
  private final List<String> java = new ArrayList<>();
  private final List<String> misfits = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  ScriptFindings(String dialect) {
    this.dialect = dialect;
  }

  void look(String revision, Recording recording, List<OfflineUnit> units) {
    for (OfflineUnit unit : units) {
      for (OfflineStep step : unit.steps()) {
        SourceLine line = recording.line(step.operation());
        String place = "revision " + revision + (line == null ? "" : "   " + line);
        if (step.operation() instanceof RunJava run && run.sql() == null) {
          java.add(place + "   run(\"" + run.description() + "\", …)");
        }
        for (Notice notice : step.notices()) {
          if (notice.level() == Notice.Level.COSTLY) {
            continue;
          }
          boolean guess = notice.level() == Notice.Level.WARNING || step.provisional();
          (guess ? misfits : notes).add(place + "   " + notice.text());
        }
      }
    }
  }

  /** What a person should know of the script, a line each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * @throws LimbeckException LMB-230 for Java without SQL, LMB-231 for what does not fit
   */
  void verify() {
    if (!java.isEmpty()) {
      throw new LimbeckException(
          "LMB-230",
          "A script can run no Java.\n  "
              + String.join("\n  ", java)
              + "\n  Say what stands for it: op.run(…).sql(\"UPDATE …\"). Or apply these revisions with"
              + " a connection.");
    }
    if (!misfits.isEmpty()) {
      throw new LimbeckException(
          "LMB-231",
          "Revisions do not fit what the revisions before them lead to on "
              + dialect
              + ", and a script cannot look at the database.\n  "
              + String.join("\n  ", misfits)
              + "\n  Correct what the revisions expect; where SQL of an op.execute made it, take it"
              + " back in SQL too. Or apply them with a connection.");
    }
  }
}
