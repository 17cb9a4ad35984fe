package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import java.util.List;

/**
 * The revisions of which a part is done.
 *
 * @param rows what the journal says
 */
public record Unfinished(List<JournalRow> rows) {
  public Unfinished {
    rows = List.copyOf(rows);
  }

  /** What is known of this step. */
  List<JournalRow> of(RevisionStep step) {
    return rows.stream().filter(row -> isOf(row, step)).toList();
  }

  private static boolean isOf(JournalRow row, RevisionStep step) {
    return row.revision().equals(step.revision().id()) && row.direction() == step.direction();
  }

  /**
   * Whatever is begun has to be finished before anything else.
   *
   * @throws LimbeckException LMB-431 where something is begun that the steps do not finish
   */
  void demandAmong(List<RevisionStep> steps) {
    for (JournalRow row : rows) {
      if (steps.stream().noneMatch(step -> isOf(row, step))) {
        boolean up = row.direction() == Direction.UPGRADE;
        throw new LimbeckException(
            "LMB-431",
            "Revision "
                + row.revision()
                + " is half "
                + (up ? "applied" : "undone")
                + ".\n  An earlier deployment ended at step "
                + rows.stream()
                    .filter(other -> other.revision().equals(row.revision()))
                    .mapToInt(JournalRow::step)
                    .max()
                    .orElseThrow()
                + " of "
                + row.steps()
                + ", begun at "
                + row.started()
                + ". Nothing was run now.\n  Finish it first: `limbeck resume`.");
      }
    }
  }
}
