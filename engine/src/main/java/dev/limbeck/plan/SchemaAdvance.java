package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import java.util.HashSet;
import java.util.Set;

/** Carries the schema of a database, in its own terms, across operations. */
public final class SchemaAdvance {
  private SchemaAdvance() {}

  /** The schema after an operation that {@link OperationResolver} has fitted to it. */
  public static DatabaseModel after(DatabaseModel before, Operation operation, Dialect dialect) {
    Evolver evolver = new Evolver(before, dialect.name());
    evolver.apply(operation);
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
}
