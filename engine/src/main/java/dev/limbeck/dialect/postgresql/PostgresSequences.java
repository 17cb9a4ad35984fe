package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Sequence;

/** The bounds that PostgreSQL gives a sequence where nobody says them. */
final class PostgresSequences {
  private PostgresSequences() {}

  /**
   * The sequence without the bounds that it would have anyway: from 1 to the greatest number of its
   * type where it rises, from -1 to the least where it falls.
   */
  static Sequence withoutUsualBounds(Sequence sequence, long leastOfType, long greatestOfType) {
    boolean rising = sequence.increment() > 0;
    long minimum = rising ? 1 : leastOfType;
    long maximum = rising ? greatestOfType : -1;
    return sequence.withBounds(
        sequence.minimum() != null && sequence.minimum() == minimum ? null : sequence.minimum(),
        sequence.maximum() != null && sequence.maximum() == maximum ? null : sequence.maximum());
  }

  /**
   * The sequence with the bound that it needs, because it starts beyond the usual one: its start,
   * as Hibernate has it.
   */
  static Sequence withNeededBounds(Sequence sequence) {
    boolean below = sequence.increment() > 0 && sequence.start() < 1;
    boolean above = sequence.increment() < 0 && sequence.start() > -1;
    return sequence.withBounds(
        below && sequence.minimum() == null ? Long.valueOf(sequence.start()) : sequence.minimum(),
        above && sequence.maximum() == null ? Long.valueOf(sequence.start()) : sequence.maximum());
  }
}
