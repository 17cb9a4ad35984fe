package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TypeOperation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes differences of lines and the operations that they say. */
final class ObjectDifference {
  /** Lines that have a text in the place of an object's name. */
  private static final Set<String> NO_OBJECTS = Set.of("execute", "run", "irreversible");

  private ObjectDifference() {}

  /** What an operation on a whole object does away with. */
  static Difference of(Operation operation, OperationLine line) {
    QualifiedName object = object(operation, line);
    if (line.kind().startsWith("alter_") || line.kind().startsWith("rename_")) {
      return new Difference(line, object, null, renamedFrom(line), line.to(), null, null);
    }
    return new Difference(
        line,
        object,
        null,
        text(dropped(operation), line),
        text(added(operation), line),
        null,
        null);
  }

  /** What an alteration of a table does away with. */
  static Difference of(QualifiedName table, TableAlteration alteration, OperationLine line) {
    if (alteration instanceof AlterCheck alter) {
      return new Difference(
          line,
          table,
          null,
          line.from(),
          line.to(),
          new TablePart(table, alter, alter.name(), new Check(alter.name(), alter.from()), null),
          new TablePart(table, alter, alter.name(), new Check(alter.name(), alter.to()), null));
    }
    TablePart dropped = TablePart.dropped(table, alteration);
    TablePart added = TablePart.added(table, alteration);
    if (dropped != null || added != null) {
      return new Difference(
          line,
          table,
          null,
          dropped == null ? null : dropped.text(),
          added == null ? null : added.text(),
          dropped,
          added);
    }
    if (alteration instanceof AddColumn add) {
      String text = PartText.column(add.column());
      return new Difference(line, table, add.column().name(), null, text, null, null);
    }
    if (alteration instanceof DropColumn drop) {
      String text = drop.column() == null ? null : PartText.column(drop.column());
      return new Difference(line, table, drop.name(), text, null, null, null);
    }
    return new Difference(
        line, table, column(alteration), renamedFrom(line), line.to(), null, null);
  }

  private static @Nullable String renamedFrom(OperationLine line) {
    if (!line.kind().startsWith("rename_")) {
      return line.from();
    }
    return line.name() == null ? line.object() : line.name();
  }

  private static @Nullable Identifier column(TableAlteration alteration) {
    if (alteration instanceof AlterColumn alter) {
      return alter.name();
    }
    return alteration instanceof RenameColumn rename ? rename.to() : null;
  }

  private static QualifiedName object(Operation operation, OperationLine line) {
    if (operation instanceof Operation.RenameTable rename) {
      return rename.to();
    }
    if (operation instanceof Operation.RenameSequence rename) {
      return rename.to();
    }
    if (operation instanceof TypeOperation.RenameEnumType rename) {
      return rename.to();
    }
    return NO_OBJECTS.contains(line.kind())
        ? QualifiedName.of(Identifier.quoted(line.kind()))
        : QualifiedName.parse(line.object());
  }

  private static @Nullable String text(DatabaseModel model, OperationLine line) {
    return model.isEmpty()
        ? null
        : FactReader.read(
            model,
            new Difference(line, QualifiedName.parse(line.object()), null, null, null, null, null));
  }

  private static DatabaseModel added(Operation operation) {
    if (operation instanceof Operation.CreateTable create) {
      return DatabaseModel.of(create.table());
    }
    if (operation instanceof Operation.CreateSequence create) {
      return DatabaseModel.empty().withSequences(List.of(create.sequence()));
    }
    if (operation instanceof TypeOperation.CreateEnumType create) {
      return DatabaseModel.empty().withEnumTypes(List.of(create.type()));
    }
    return operation instanceof Operation.CreateSchema create
        ? DatabaseModel.empty().withSchemas(List.of(create.name()))
        : DatabaseModel.empty();
  }

  private static DatabaseModel dropped(Operation operation) {
    if (operation instanceof Operation.DropTable drop && drop.table() != null) {
      return DatabaseModel.of(drop.table());
    }
    if (operation instanceof Operation.DropSequence drop && drop.sequence() != null) {
      return DatabaseModel.empty().withSequences(List.of(drop.sequence()));
    }
    if (operation instanceof TypeOperation.DropEnumType drop && drop.type() != null) {
      return DatabaseModel.empty().withEnumTypes(List.of(drop.type()));
    }
    return operation instanceof Operation.DropSchema drop
        ? DatabaseModel.empty().withSchemas(List.of(drop.name()))
        : DatabaseModel.empty();
  }
}
