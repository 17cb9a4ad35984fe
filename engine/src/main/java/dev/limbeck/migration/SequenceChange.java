package dev.limbeck.migration;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation.AlterSequence;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a sequence. Every change says what was before, so that it can be checked and
 * undone.
 */
public final class SequenceChange {
  private final QualifiedName name;
  private final Consumer<AlterSequence> changed;
  private @Nullable Changed<Long> start;
  private @Nullable Changed<Long> increment;
  private @Nullable Changed<Long> minimum;
  private @Nullable Changed<Long> maximum;
  private @Nullable Changed<Long> cache;
  private @Nullable Changed<Boolean> cycle;

  SequenceChange(QualifiedName name, Consumer<AlterSequence> changed) {
    this.name = name;
    this.changed = changed;
    publish();
  }

  /** Changes the number that a restart begins with. */
  public SequenceChange startWith(long from, long to) {
    start = new Changed<>(from, to);
    return publish();
  }

  /** Changes the step. */
  public SequenceChange incrementBy(long from, long to) {
    increment = new Changed<>(from, to);
    return publish();
  }

  /** Changes the least number; null is the database's rule. */
  public SequenceChange minimum(@Nullable Long from, @Nullable Long to) {
    minimum = new Changed<>(from, to);
    return publish();
  }

  /** Changes the greatest number; null is the database's rule. */
  public SequenceChange maximum(@Nullable Long from, @Nullable Long to) {
    maximum = new Changed<>(from, to);
    return publish();
  }

  /** Changes how many numbers a session takes at once. */
  public SequenceChange cache(long from, long to) {
    cache = new Changed<>(from, to);
    return publish();
  }

  /** Changes whether it starts again after the last number. */
  public SequenceChange cycle(boolean from, boolean to) {
    cycle = new Changed<>(from, to);
    return publish();
  }

  private SequenceChange publish() {
    changed.accept(new AlterSequence(name, start, increment, minimum, maximum, cache, cycle));
    return this;
  }
}
