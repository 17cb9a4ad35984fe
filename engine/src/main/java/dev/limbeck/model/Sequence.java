package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import org.jspecify.annotations.Nullable;

/**
 * A source of numbers.
 *
 * @param name its name
 * @param start the first number
 * @param increment the step, not zero
 * @param minimum the least number, or null for the database's rule
 * @param maximum the greatest number, or null for the database's rule
 * @param cache how many numbers a session takes at once; 1 for no cache
 * @param cycle true where it starts again after the last number
 */
public record Sequence(
    QualifiedName name,
    long start,
    long increment,
    @Nullable Long minimum,
    @Nullable Long maximum,
    long cache,
    boolean cycle) {
  public Sequence {
    requireNonNull(name, "name");
    if (increment == 0) {
      throw new LimbeckException("LMB-214", "The sequence " + name + " has an increment of 0.");
    }
  }

  public static Sequence of(QualifiedName name, long start, long increment) {
    return new Sequence(name, start, increment, null, null, 1, false);
  }

  public Sequence withName(QualifiedName value) {
    return new Sequence(value, start, increment, minimum, maximum, cache, cycle);
  }

  public Sequence withStart(long value) {
    return new Sequence(name, value, increment, minimum, maximum, cache, cycle);
  }

  public Sequence withIncrement(long value) {
    return new Sequence(name, start, value, minimum, maximum, cache, cycle);
  }

  public Sequence withBounds(@Nullable Long newMinimum, @Nullable Long newMaximum) {
    return new Sequence(name, start, increment, newMinimum, newMaximum, cache, cycle);
  }

  public Sequence withCache(long value) {
    return new Sequence(name, start, increment, minimum, maximum, value, cycle);
  }

  public Sequence withCycle(boolean value) {
    return new Sequence(name, start, increment, minimum, maximum, cache, value);
  }
}
