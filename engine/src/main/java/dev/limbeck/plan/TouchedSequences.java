package dev.limbeck.plan;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.RenameSequence;
import java.util.List;

/** The sequences whose state an operation needs. */
public final class TouchedSequences {
  private TouchedSequences() {}

  /** Their names, as the operation spells them. */
  public static List<QualifiedName> of(Operation operation) {
    if (operation instanceof CreateSequence create) {
      return List.of(create.sequence().name());
    }
    if (operation instanceof DropSequence drop) {
      return List.of(drop.name());
    }
    if (operation instanceof AlterSequence alter) {
      return List.of(alter.name());
    }
    return operation instanceof RenameSequence rename
        ? List.of(rename.from(), rename.to())
        : List.of();
  }
}
