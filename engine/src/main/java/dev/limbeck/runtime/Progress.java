package dev.limbeck.runtime;

import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;

/** Told what happens while revisions are applied. */
public interface Progress {

  /** A revision begins. */
  void begins(RevisionStep step);

  /** A statement is about to run. */
  void statement(String sql);

  /** Something that does not stop the revision. */
  void notice(Notice notice);

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
  void done(RevisionStep step);

  /** Nobody listens. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void begins(RevisionStep step) {}

      @Override
      public void statement(String sql) {}

      @Override
      public void notice(Notice notice) {}

      @Override
      public void done(RevisionStep step) {}
    };
  }
}
