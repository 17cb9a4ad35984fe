package dev.limbeck.model;

/** When a constraint is checked. */
public enum Deferral {
  /** At every statement, always. */
  NONE,
  /** At every statement, unless the transaction defers it. */
  INITIALLY_IMMEDIATE,
  /** At the end of the transaction, unless the transaction says otherwise. */
  INITIALLY_DEFERRED
}
