package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact in which the database is not what the entities want.
 *
 * @param line the fact in a line
 * @param object the table, sequence, type or schema
 * @param column the column that it is about, or null
 * @param from what the database has; null where it is absent
 * @param to what the entities want; null where it is to go
 * @param dropped the constraint or index that the database has, or null
 * @param added the constraint or index that the entities want, or null
 */
record Difference(
    OperationLine line,
    QualifiedName object,
    @Nullable Identifier column,
    @Nullable String from,
    @Nullable String to,
    @Nullable TablePart dropped,
    @Nullable TablePart added) {
  Difference {
    requireNonNull(line, "line");
    requireNonNull(object, "object");
  }

  /** What it is about: {@code type}, {@code foreign_key}, {@code table}; of a sequence its fact. */
  String fact() {
    if (line.kind().equals("alter_sequence")) {
      return String.valueOf(line.name());
    }
    return line.kind().substring(line.kind().indexOf('_') + 1);
  }

  boolean isAlteration() {
    return line.kind().startsWith("alter_");
  }

  boolean isRename() {
    return line.kind().startsWith("rename_");
  }

  /** The same fact under the names that its object had before operations. */
  Difference before(List<Operation> operations) {
    Difference earlier = this;
    for (int i = operations.size() - 1; i >= 0; i--) {
      earlier = earlier.before(operations.get(i));
    }
    return earlier;
  }

  private Difference before(Operation operation) {
    if (isRename()) {
      return this;
    }
    if (operation instanceof RenameTable rename && rename.to().equals(object)) {
      return of(rename.from(), column);
    }
    if (operation instanceof RenameSequence rename && rename.to().equals(object)) {
      return of(rename.from(), column);
    }
    if (operation instanceof RenameEnumType rename && rename.to().equals(object)) {
      return of(rename.from(), column);
    }
    if (operation instanceof AlterTable alter && alter.table().equals(object)) {
      for (TableAlteration alteration : alter.alterations()) {
        if (alteration instanceof RenameColumn rename && rename.to().equals(column)) {
          return of(object, rename.from());
        }
      }
    }
    return this;
  }

  private Difference of(QualifiedName earlierObject, @Nullable Identifier earlierColumn) {
    return new Difference(line, earlierObject, earlierColumn, from, to, dropped, added);
  }
}
