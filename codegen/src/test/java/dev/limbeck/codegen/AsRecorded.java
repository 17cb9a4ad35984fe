package dev.limbeck.codegen;

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
import java.util.ArrayList;
import java.util.List;

/**
 * Operations without what a revision does not say: what the things are that are dropped by name.
 */
final class AsRecorded {
  private AsRecorded() {}

  static List<Operation> of(List<Operation> operations) {
    List<Operation> all = new ArrayList<>();
    for (Operation operation : operations) {
      all.add(of(operation));
    }
    return all;
  }

  private static Operation of(Operation operation) {
    if (operation instanceof DropTable drop) {
      return new DropTable(drop.name(), null);
    } else if (operation instanceof DropSequence drop) {
      return new DropSequence(drop.name(), null);
    } else if (operation instanceof DropEnumType drop) {
      return new DropEnumType(drop.name(), null);
    } else if (operation instanceof DropDomain drop) {
      return new DropDomain(drop.name(), null);
    } else if (operation instanceof AlterTable alter) {
      return new AlterTable(
          alter.table(), alter.alterations().stream().map(AsRecorded::of).toList());
    } else if (operation instanceof OnlyOn only) {
      return new OnlyOn(only.dialect(), of(only.operations()));
    } else if (operation instanceof OutsideTransaction outside) {
      return new OutsideTransaction(of(outside.operations()));
    }
    return operation;
  }

  private static TableAlteration of(TableAlteration alteration) {
    return alteration instanceof DropColumn drop ? new DropColumn(drop.name(), null) : alteration;
  }
}
