package dev.limbeck.runtime;

import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import java.util.List;

/** Told what happens while revisions are applied; hears only what it wants to. */
public interface Progress {

  /** Revisions are about to run, in this order. */
  default void starts(List<RevisionStep> steps) {}

  /** Nothing is run any more: all is done, or something failed. */
  default void ends() {}

  /** A revision begins. */
  default void begins(RevisionStep step) {}

  /** A statement is about to run. */
  default void statement(String sql) {}

  /** Something that does not stop the revision. */
  default void notice(Notice notice) {}

  /**
   * A part of something long is done.
   *
   * @param what what is done in parts
   * @param done how many rows are done in this run
   */
  default void advanced(String what, long done) {}

  /**
   * Another deployment has to end first.
   *
   * @param holder what is known of it
   */
  default void waiting(String holder) {}

  /** A revision is committed. */
  default void done(RevisionStep step) {}

  /** Nobody listens. */
  static Progress silent() {
    return new Progress() {};
  }
}
