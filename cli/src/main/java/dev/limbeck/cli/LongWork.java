package dev.limbeck.cli;

/** Shows work that takes long, while it goes on. */
interface LongWork {

  /** Begins, with so many revisions before it. */
  default void starts(int revisions) {}

  /** Something else is done from now on: a statement. */
  default void at(String what) {}

  /** So many rows are done of what is done in parts. */
  default void advanced(String what, long rows) {}

  /** A revision is done. */
  default void revisionDone() {}

  /** Nothing is done any more, whether it ended well or not. */
  default void ends() {}

  /** Shows nothing. */
  static LongWork unseen() {
    return new LongWork() {};
  }
}
