package dev.limbeck.autogenerate;

import dev.limbeck.hook.RevisionBody;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import java.util.List;

/**
 * Names the constraints and indexes that operations of a hook add without names.
 *
 * @param names the convention
 */
record NamedParts(NamingConvention names) {

  RevisionBody in(RevisionBody body) {
    return body.mapped(this::named);
  }

  private List<Operation> named(List<Operation> operations) {
    return operations.stream().map(this::named).toList();
  }

  private Operation named(Operation operation) {
    if (operation instanceof CreateTable create) {
      return new CreateTable(names.named(create.table()));
    }
    if (operation instanceof AlterTable alter) {
      return new AlterTable(
          alter.table(),
          alter.alterations().stream().map(each -> named(alter.table(), each)).toList());
    }
    if (operation instanceof OnlyOn only) {
      return new OnlyOn(only.dialect(), named(only.operations()));
    }
    if (operation instanceof OutsideTransaction outside) {
      return new OutsideTransaction(named(outside.operations()));
    }
    return operation;
  }

  private TableAlteration named(QualifiedName table, TableAlteration alteration) {
    if (alteration instanceof AddConstraint add) {
      return new AddConstraint(names.named(table, add.constraint()));
    }
    return alteration instanceof AddIndex add
        ? new AddIndex(names.named(table, add.index()))
        : alteration;
  }
}
