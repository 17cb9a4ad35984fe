package dev.limbeck.plan;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.List;

/** The tables whose state an operation needs. */
public final class TouchedTables {
  private TouchedTables() {}

  /** Their names, as the operation spells them. */
  public static List<QualifiedName> of(Operation operation) {
    if (operation instanceof AlterTable alter) {
      return List.of(alter.table());
    }
    if (operation instanceof CreateTable create) {
      return List.of(create.table().name());
    }
    if (operation instanceof DropTable drop) {
      return List.of(drop.name());
    }
    if (operation instanceof RenameTable rename) {
      return List.of(rename.from(), rename.to());
    }
    if (operation instanceof AlterEnumType alter) {
      return alter.columns().stream().map(EnumColumn::table).distinct().toList();
    }
    if (operation instanceof RenameEnumLabel rename) {
      return rename.columns().stream().map(EnumColumn::table).distinct().toList();
    }
    return operation instanceof CreateSequence create
        ? List.of(create.sequence().name())
        : List.of();
  }
}
