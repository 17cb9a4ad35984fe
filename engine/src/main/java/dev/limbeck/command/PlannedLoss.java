package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Data that would be thrown away.
 *
 * @param revision the revision that does it
 * @param what what goes: {@code table orders}, {@code column orders.note}
 * @param rows how many rows are in the table, or have a value in the column; null where nobody can
 *     say
 */
public record PlannedLoss(String revision, String what, @Nullable Long rows) {
  public PlannedLoss {
    requireNonNull(revision, "revision");
    requireNonNull(what, "what");
  }
}
