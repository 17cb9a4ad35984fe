package dev.limbeck.plan;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateTable;
import java.util.List;

/**
 * What a database would be, carried across operations from the empty database.
 *
 * <p>Beside the schema as its catalog would show it, the tables as they were written are carried: a
 * table that is built anew keeps the types that its statement has, such as the {@code bigint} of a
 * key that the catalog shows as {@code integer}.
 */
final class OfflineSchema implements SchemaState {
  private final Dialect dialect;
  private DatabaseModel model = DatabaseModel.empty();
  private DatabaseModel written = DatabaseModel.empty();

  OfflineSchema(Dialect dialect) {
    this.dialect = dialect;
    this.model = dialect.project(model);
  }

  @Override
  public DatabaseModel model() {
    return model;
  }

  /** Carries the schema across an operation that {@link OperationResolver} has fitted to it. */
  void advance(Operation fitting) {
    model = SchemaAdvance.after(model, fitting, dialect);
    if (fitting instanceof CreateTable create && written.table(create.table().name()) == null) {
      written = written.replacing(create.table().name(), create.table());
      return;
    }
    try {
      Evolver evolver = new Evolver(written, dialect.name());
      evolver.apply(fitting);
      written = evolver.model();
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-217")) {
        throw e;
      }
      // Drops say what the catalog shows, which can be spelled otherwise than it was written.
      for (QualifiedName name : TouchedTables.of(fitting)) {
        Table table = model.table(name);
        written = table == null ? written.withoutTable(name) : written.replacing(name, table);
      }
    }
  }

  /** The statement that would create the table as it was written; triggers are not followed. */
  @Override
  public List<String> attachments(QualifiedName table) {
    Table found = written.table(table);
    return found == null
        ? List.of()
        : dialect.statements().statements(new CreateTable(found), this).subList(0, 1);
  }
}
