package dev.limbeck.plan;

/** How much one transaction holds while revisions are applied or undone. */
public enum Transactions {
  /** A revision, with the change of its version rows. */
  REVISION,

  /** All revisions of a run: all of them are done, or none. */
  ALL,

  /** An operation: each stays as soon as it is done, and what is done is written down. */
  NONE
}
