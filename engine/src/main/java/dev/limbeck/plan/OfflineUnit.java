package dev.limbeck.plan;

import dev.limbeck.operation.Operation.CreateTable;
import java.util.List;

/**
 * The steps of a {@link WorkUnit}, planned without a database.
 *
 * @param inTransaction true where one transaction holds them all
 */
public record OfflineUnit(boolean inTransaction, List<OfflineStep> steps) {
  public OfflineUnit {
    steps = List.copyOf(steps);
  }

  /** True where it does anything but make new tables, so that rows may be affected. */
  public boolean changesTables() {
    return steps.stream().anyMatch(step -> !(step.operation() instanceof CreateTable));
  }
}
