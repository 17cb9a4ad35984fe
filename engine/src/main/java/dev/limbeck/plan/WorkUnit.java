package dev.limbeck.plan;

import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * Operations of a revision that are done together.
 *
 * @param inTransaction true where one transaction holds them all, false where each stands on its
 *     own
 * @param operations the operations: none of them only for another dialect, none irreversible
 */
public record WorkUnit(boolean inTransaction, List<Operation> operations) {
  public WorkUnit {
    operations = List.copyOf(operations);
  }
}
