package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.graph.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A step of a revision that is not finished yet.
 *
 * @param revision the revision's id
 * @param direction whether it is applied or undone
 * @param step the step's number, from 1
 * @param steps how many steps the revision had when this one began
 * @param what what the step does, for people
 * @param hash what the step does, as a hash, so that a changed revision is noticed
 * @param done false for a step that was begun and of which nobody wrote that it ended
 * @param started when it was begun, in ISO 8601
 * @param position how far a step came that is done in parts; null where it was not begun, or has
 *     none
 */
public record JournalRow(
    String revision,
    Direction direction,
    int step,
    int steps,
    String what,
    String hash,
    boolean done,
    String started,
    @Nullable String position) {
  public JournalRow {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    requireNonNull(what, "what");
    requireNonNull(hash, "hash");
    requireNonNull(started, "started");
  }

  /** True for the same step of the same revision, however far it came. */
  boolean isSameStep(JournalRow other) {
    return revision.equals(other.revision())
        && direction == other.direction()
        && step == other.step();
  }

  /** The same step while it is not done. */
  JournalRow asBegun() {
    return new JournalRow(revision, direction, step, steps, what, hash, false, started, position);
  }
}
