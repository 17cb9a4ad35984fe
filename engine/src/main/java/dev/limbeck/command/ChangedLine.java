package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

/**
 * A difference between what a revision did when it was applied and what it says now.
 *
 * @param method the method that differs, {@code upgrade} or {@code downgrade}
 * @param kind how
 * @param text the operation, or the part of it that differs
 */
public record ChangedLine(String method, Kind kind, String text) {

  /** How something differs. */
  public enum Kind {
    /** It was there, and is no more. */
    REMOVED("-"),
    /** It was not there. */
    ADDED("+"),
    /** It stands in another place. */
    MOVED("~");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }
  }

  public ChangedLine {
    requireNonNull(method, "method");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** The line, without the method: {@code - execute DELETE FROM a}. */
  @Override
  public String toString() {
    return kind.sign + " " + text;
  }
}
