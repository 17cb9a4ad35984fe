package dev.limbeck.hook;

/** What a hook says about two types or two defaults. */
public enum Verdict {
  /** They are no difference. */
  EQUAL,
  /** They are a difference, also where Limbeck would explain it away. */
  DIFFERENT,
  /** Limbeck decides. */
  UNDECIDED
}
