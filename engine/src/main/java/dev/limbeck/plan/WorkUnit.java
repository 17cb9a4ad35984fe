package dev.limbeck.plan;

import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * Operations of a revision that are done together.
 *
 * @param inTransaction true where one transaction holds them all; false for the one operation that
 *     the database refuses inside of one
 * @param operations the operations: none of them only for another dialect, none irreversible
 */
public record WorkUnit(boolean inTransaction, List<Operation> operations) {
  public WorkUnit {
    operations = List.copyOf(operations);
    if (!inTransaction && operations.size() != 1) {
      throw new IllegalArgumentException("alone is one: " + operations);
    }
  }
}
