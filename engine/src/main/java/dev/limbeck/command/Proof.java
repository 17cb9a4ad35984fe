package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What came of trying a generated revision on a scratch database of one dialect. One that failed is
 * an error, and none of these.
 *
 * @param dialect the dialect's name
 * @param notProven why it could not be tried, in a line; null where it was, and did what it is to
 *     do
 */
public record Proof(String dialect, @Nullable String notProven) {
  public Proof {
    requireNonNull(dialect, "dialect");
  }

  /** {@code proven on sqlite}, or {@code not proven on postgresql: …}. */
  @Override
  public String toString() {
    return notProven == null
        ? "proven on " + dialect
        : "not proven on " + dialect + ": " + notProven;
  }
}
