package dev.limbeck.plan;

/**
 * Something that a person should know of a plan, though it does not stop it.
 *
 * @param level how much it matters
 * @param text one line
 */
public record Notice(Level level, String text) {

  /** How much a notice matters. */
  public enum Level {
    /** Something was not needed. */
    SKIPPED,
    /** Something is not as the revision expects, but does no harm. */
    WARNING,
    /**
     * Something takes longer than it has to; of no interest to a script, which does it otherwise.
     */
    COSTLY
  }
}
