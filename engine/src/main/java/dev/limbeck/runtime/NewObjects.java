package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.plan.Misfit;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.OperationResolver;
import dev.limbeck.plan.SchemaAdvance;
import dev.limbeck.plan.Transactions;
import dev.limbeck.plan.WorkUnit;
import dev.limbeck.plan.WorkUnits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a revision that does nothing but make tables and sequences, in one transaction.
 * What the schema is beside them does not matter to them: where it has something of that name, the
 * database refuses. So they can be planned without it, before it is the revision's turn.
 */
final class NewObjects {
  private final Dialect dialect;
  private final Recording recording;
  private final Misfit misfit;
  private final List<Notice> notices = new ArrayList<>();
  private final Set<QualifiedName> made = new HashSet<>();

  private NewObjects(String revision, Recording recording, Dialect dialect) {
    this.dialect = dialect;
    this.recording = recording;
    this.misfit = new Misfit(revision);
  }

  /**
   * The statements; null where the revision does anything else, or there is anything to say about
   * it, which is said when it is its turn.
   *
   * @param revision its id
   */
  static @Nullable List<String> statements(
      String revision, Recording recording, Dialect dialect, Transactions transactions) {
    try {
      List<WorkUnit> units = WorkUnits.of(recording.operations(), dialect, transactions);
      return units.size() > 1
          ? null
          : new NewObjects(revision, recording, dialect)
              .planned(dialect.statements().rewrite(units.get(0).operations()));
    } catch (LimbeckException e) {
      // It comes again, and is told, where the revision is planned from the schema that is there.
      return null;
    }
  }

  private @Nullable List<String> planned(List<Operation> operations) {
    List<String> statements = new ArrayList<>();
    DatabaseModel model = DatabaseModel.empty();
    for (Operation operation : operations) {
      if (!onlyMakes(operation)) {
        return null;
      }
      Operation fitting =
          new OperationResolver(dialect, model, misfit, recording, notices::add).resolve(operation);
      if (fitting == null) {
        return null;
      }
      statements.addAll(dialect.statements().statements(fitting, new Known(model)));
      model = SchemaAdvance.after(model, fitting, dialect);
    }
    return notices.isEmpty() && statements.stream().allMatch(NewObjects::isPlain)
        ? List.copyOf(statements)
        : null;
  }

  private boolean onlyMakes(Operation operation) {
    if (operation instanceof CreateTable create) {
      made.add(dialect.projection().name(create.table().name()));
      return true;
    }
    return operation instanceof CreateSequence
        || operation instanceof AlterTable alter
            && made.contains(dialect.projection().name(alter.table()))
            && alter.alterations().stream()
                .allMatch(each -> each instanceof AddConstraint || each instanceof AddIndex);
  }

  /** One statement for sure, and nothing that a driver takes for a parameter. */
  private static boolean isPlain(String sql) {
    return sql.indexOf(';') < 0 && sql.indexOf('?') < 0;
  }

  /** What the revision made so far. */
  private record Known(DatabaseModel model) implements SchemaState {
    @Override
    public List<String> attachments(QualifiedName table) {
      return List.of();
    }
  }
}
