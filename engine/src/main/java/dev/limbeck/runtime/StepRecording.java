package dev.limbeck.runtime;

import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;

/** Records the method of a revision that a step runs. */
public final class StepRecording {
  private StepRecording() {}

  /**
   * Records.
   *
   * @throws dev.limbeck.LimbeckException LMB-206 where the method fails
   */
  public static Recording of(RevisionStep step, Migration migration) {
    return step.direction() == Direction.UPGRADE
        ? Recorder.upgrade(migration)
        : Recorder.downgrade(migration);
  }
}
