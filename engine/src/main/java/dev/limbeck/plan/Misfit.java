package dev.limbeck.plan;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * Makes the error that says how a revision does not fit the schema that it starts from: LMB-204.
 *
 * @param revision the revision's id
 */
public record Misfit(String revision) {

  /**
   * The error.
   *
   * @param line where the operation was written, or null where that is not known
   * @param expects what the operation says
   * @param seen what is there instead
   * @param advice what to do
   */
  public LimbeckException error(
      @Nullable SourceLine line, String expects, String seen, String advice) {
    return new LimbeckException(
        "LMB-204",
        "Revision "
            + revision
            + " does not fit the schema that it starts from.\n  "
            + (line == null ? "" : line + "   ")
            + expects
            + "\n  "
            + seen
            + "\n  "
            + advice);
  }
}
