package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import java.util.Collection;

/** Why no revision is written where renames do not fit. */
final class RenameRefusals {
  private RenameRefusals() {}

  /**
   * The error for renames to names that are given up at the same time.
   *
   * @param renames a line for each
   */
  static LimbeckException ontoOthers(Collection<String> renames) {
    return new LimbeckException(
        "LMB-274",
        "Something is renamed to a name that something else gives up at the same time.\n  "
            + String.join("\n  ", renames)
            + "\n  Nothing was written. Make two revisions of it: one that takes the old bearer of"
            + " the name away, and one for the rename.");
  }

  /**
   * The error for answers that fit nothing.
   *
   * @param answers each as an option gives it
   */
  static LimbeckException unused(Collection<String> answers) {
    return new LimbeckException(
        "LMB-272",
        "A rename does not fit.\n  "
            + String.join("\n  ", answers)
            + "\n  The old name has to be in the database and not in the entities, the new one in the entities and not in the database.\n  Nothing was written.");
  }
}
