package dev.limbeck.migration;

import dev.limbeck.model.Sequence;
import java.util.function.Consumer;

/** A sequence in the making. */
public final class SequenceDefinition {
  private final Consumer<Sequence> changed;
  private Sequence sequence;

  SequenceDefinition(Sequence sequence, Consumer<Sequence> changed) {
    this.sequence = sequence;
    this.changed = changed;
    changed.accept(sequence);
  }

  /** The first number. */
  public SequenceDefinition startWith(long start) {
    return with(sequence.withStart(start));
  }

  /** The step. */
  public SequenceDefinition incrementBy(long increment) {
    return with(sequence.withIncrement(increment));
  }

  /** The least number. */
  public SequenceDefinition minimum(long minimum) {
    return with(sequence.withBounds(minimum, sequence.maximum()));
  }

  /** The greatest number. */
  public SequenceDefinition maximum(long maximum) {
    return with(sequence.withBounds(sequence.minimum(), maximum));
  }

  /** How many numbers a session takes at once. */
  public SequenceDefinition cache(long numbers) {
    return with(sequence.withCache(numbers));
  }

  /** Starts again after the last number. */
  public SequenceDefinition cycle() {
    return with(sequence.withCycle(true));
  }

  private SequenceDefinition with(Sequence value) {
    sequence = value;
    changed.accept(value);
    return this;
  }
}
