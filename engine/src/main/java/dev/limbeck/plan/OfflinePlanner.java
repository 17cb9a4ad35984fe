package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.RunJava;
import java.util.ArrayList;
import java.util.List;

/** Plans the statements of a revision without a database, from a model of the schema before it. */
public final class OfflinePlanner implements SchemaState {
  private final Dialect dialect;
  private final String revision;
  private DatabaseModel model;

  /**
   * @param before the schema before the revision, in neutral terms
   * @param revision the revision's id, for errors
   */
  public OfflinePlanner(Dialect dialect, DatabaseModel before, String revision) {
    this.dialect = dialect;
    this.revision = revision;
    this.model = dialect.project(before);
  }

  /** The statements, in order. A step in Java is a comment that names it. */
  public List<String> statements(Recording recording) {
    List<String> statements = new ArrayList<>();
    for (WorkUnit unit : WorkUnits.of(recording.operations(), dialect.name())) {
      for (Operation operation : dialect.statements().rewrite(unit.operations())) {
        statements.addAll(statements(operation, recording));
      }
    }
    return statements;
  }

  private List<String> statements(Operation operation, Recording recording) {
    if (operation instanceof RunJava java) {
      return List.of("-- Java: " + java.description());
    }
    Operation fitting =
        new OperationResolver(dialect, model, new Misfit(revision), recording, notice -> {})
            .resolve(operation);
    if (fitting == null) {
      return List.of();
    }
    List<String> statements = dialect.statements().statements(fitting, this);
    model = SchemaAdvance.after(model, fitting, dialect);
    return statements;
  }

  @Override
  public DatabaseModel model() {
    return model;
  }

  @Override
  public List<String> attachments(QualifiedName table) {
    return List.of();
  }
}
