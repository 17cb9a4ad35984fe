package dev.limbeck.command;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import java.util.List;

/** Operations without what a revision does not say: what the things are that it drops by name. */
final class AsWritten {
  private AsWritten() {}

  static List<Operation> of(List<Operation> operations) {
    return operations.stream().map(AsWritten::of).toList();
  }

  private static Operation of(Operation operation) {
    if (operation instanceof DropTable drop) {
      return new DropTable(drop.name(), null);
    }
    if (operation instanceof DropSequence drop) {
      return new DropSequence(drop.name(), null);
    }
    if (operation instanceof DropEnumType drop) {
      return new DropEnumType(drop.name(), null);
    }
    if (operation instanceof DropDomain drop) {
      return new DropDomain(drop.name(), null);
    }
    if (operation instanceof AlterTable alter) {
      return new AlterTable(
          alter.table(), alter.alterations().stream().map(AsWritten::of).toList());
    }
    if (operation instanceof OnlyOn only) {
      return new OnlyOn(only.dialect(), of(only.operations()));
    }
    return operation instanceof OutsideTransaction outside
        ? new OutsideTransaction(of(outside.operations()))
        : operation;
  }

  private static TableAlteration of(TableAlteration alteration) {
    return alteration instanceof DropColumn drop ? new DropColumn(drop.name(), null) : alteration;
  }
}
