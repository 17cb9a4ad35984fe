package dev.limbeck.migration;

import dev.limbeck.operation.ChangeInBatches;
import java.time.Duration;
import java.util.function.Consumer;

/** A change in batches in the making: parts of 5,000 rows, without a pause. */
public final class BatchesDefinition {
  static final int USUAL_SIZE = 5_000;

  private final Consumer<ChangeInBatches> changed;
  private ChangeInBatches change;

  BatchesDefinition(ChangeInBatches change, Consumer<ChangeInBatches> changed) {
    this.change = change;
    this.changed = changed;
    changed.accept(change);
  }

  /** How many rows a part has, at least 1. */
  public BatchesDefinition size(int rows) {
    return with(rows, change.pause());
  }

  /** How long to wait after each part, in milliseconds, so that others get their turn. */
  public BatchesDefinition pause(long milliseconds) {
    return with(change.size(), Duration.ofMillis(milliseconds));
  }

  private BatchesDefinition with(int size, Duration pause) {
    change =
        new ChangeInBatches(
            change.description(), change.table(), change.key(), size, pause, change.sql());
    changed.accept(change);
    return this;
  }
}
