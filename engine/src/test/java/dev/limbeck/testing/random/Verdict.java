package dev.limbeck.testing.random;

/** What becomes of a change of a filled schema. */
public enum Verdict {
  /** It is made. */
  DONE,
  /** Only the database knows. */
  UNCLEAR,
  /** It is refused. */
  REFUSED;

  Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
