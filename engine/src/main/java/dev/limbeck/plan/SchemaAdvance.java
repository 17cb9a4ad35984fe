package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries the schema of a database, in its own terms, across operations. A revision may create
 * thousands of tables, so the most common operation goes a short way.
 */
public final class SchemaAdvance {
  private SchemaAdvance() {}

  /** The schema after an operation that {@link OperationResolver} has fitted to it. */
  public static DatabaseModel after(DatabaseModel before, Operation operation, Dialect dialect) {
    if (operation instanceof CreateTable create && before.table(create.table().name()) == null) {
      return before.replacing(create.table().name(), dialect.projection().table(create.table()));
    }
    Evolver evolver = new Evolver(before, dialect.name());
    effects(before, operation, dialect).forEach(evolver::apply);
    DatabaseModel evolved = evolver.model();
    Set<QualifiedName> touched = new HashSet<>(TouchedTables.of(operation));
    for (QualifiedName name : touched) {
      Table table = evolved.table(name);
      if (table != null) {
        evolved = evolved.replacing(name, dialect.projection().table(table));
      }
    }
    for (Sequence sequence : evolved.sequences()) {
      Sequence projected = dialect.projection().sequence(sequence);
      if (projected == null) {
        evolved = evolved.withoutSequence(sequence.name());
      } else if (!projected.equals(sequence)) {
        evolved = evolved.replacing(sequence.name(), projected);
      }
    }
    return evolved;
  }

  /** What an operation does on this database: where it keeps texts for types, other things. */
  private static List<? extends Operation> effects(
      DatabaseModel before, Operation operation, Dialect dialect) {
    if (operation instanceof AlterEnumType alter && !keeps(alter.name(), dialect)) {
      return EnumReferences.ofTexts(before, alter.columns(), alter.remaps());
    }
    if (operation instanceof RenameEnumLabel rename && !keeps(rename.type(), dialect)) {
      return EnumReferences.ofTexts(before, rename.columns(), Map.of(rename.from(), rename.to()));
    }
    return List.of(operation);
  }

  private static boolean keeps(QualifiedName type, Dialect dialect) {
    return dialect.projection().enumType(new EnumType(type, List.of())) != null;
  }
}
