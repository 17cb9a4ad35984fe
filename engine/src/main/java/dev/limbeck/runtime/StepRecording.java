package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;
import java.util.Locale;

/** Records the method of a revision that a step runs. */
public final class StepRecording {
  private StepRecording() {}

  /**
   * Records.
   *
   * @throws LimbeckException LMB-206 where the method fails
   */
  public static Recording of(RevisionStep step, Migration migration) {
    try {
      return step.direction() == Direction.UPGRADE
          ? Recorder.upgrade(migration)
          : Recorder.downgrade(migration);
    } catch (LimbeckException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new LimbeckException(
          "LMB-206",
          "The "
              + step.direction().name().toLowerCase(Locale.ROOT)
              + " of revision "
              + step.revision().id()
              + " fails before anything is run.\n  "
              + e
              + place(e, migration),
          e);
    }
  }

  private static String place(Throwable failure, Migration migration) {
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith(migration.getClass().getName())) {
        return "\n  " + element.getFileName() + ":" + element.getLineNumber();
      }
    }
    return "";
  }
}
