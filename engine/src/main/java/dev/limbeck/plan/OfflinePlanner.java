package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.migration.Recording;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans revisions without a database, one after the other: what a database would be asked for is
 * known from the revisions before, all of which have to be passed or planned, from base on.
 */
public final class OfflinePlanner {
  private final Dialect dialect;
  private final OfflineSchema schema;
  private boolean provisional;
  private PutOffChecks putOff;

  /** A planner for an empty database. */
  public OfflinePlanner(Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.schema = new OfflineSchema(dialect);
    this.putOff = new PutOffChecks(dialect.statements());
  }

  /**
   * Goes past a revision that is applied already. What does not fit is left out: it was made by
   * other means, or the revision would not have been applied.
   */
  public void pass(String revision, Recording recording) {
    for (WorkUnit unit : WorkUnits.of(recording.operations(), dialect)) {
      for (Operation operation : dialect.statements().rewrite(unit.operations())) {
        if (operation instanceof AlterTable alter) {
          alter
              .alterations()
              .forEach(
                  each -> pass(revision, new AlterTable(alter.table(), List.of(each)), recording));
        } else {
          pass(revision, operation, recording);
        }
      }
    }
  }

  private void pass(String revision, Operation operation, Recording recording) {
    provisional |= OpaqueSql.mayChangeSchema(operation, dialect.name());
    try {
      Operation fitting = fitting(revision, operation, recording, new ArrayList<>());
      if (fitting != null) {
        schema.advance(fitting);
      }
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-204") && !e.code().equals("LMB-217")) {
        throw e;
      }
      provisional = true;
    }
  }

  /**
   * Plans one method of a revision.
   *
   * @param revision the revision's id, for errors
   * @throws LimbeckException LMB-204 where an operation does not fit the schema, LMB-218 where
   *     there is no way
   */
  public List<OfflineUnit> plan(String revision, Recording recording) {
    return plan(revision, recording, Transactions.REVISION, List.of());
  }

  /**
   * As {@link #plan(String, Recording)}, in other transactions.
   *
   * @param behind what comes after the revision in the same transaction, where one holds all
   */
  public List<OfflineUnit> plan(
      String revision, Recording recording, Transactions transactions, List<Operation> behind) {
    List<OfflineUnit> units = new ArrayList<>();
    for (WorkUnit unit : WorkUnits.of(recording.operations(), dialect, transactions)) {
      List<OfflineStep> steps = new ArrayList<>();
      if (transactions != Transactions.ALL) {
        putOff = new PutOffChecks(dialect.statements());
      }
      for (Operation operation : dialect.statements().rewrite(unit.operations(), behind)) {
        steps.add(step(revision, operation, recording));
      }
      units.add(new OfflineUnit(unit.inTransaction(), steps));
    }
    return units;
  }

  private OfflineStep step(String revision, Operation operation, Recording recording) {
    if (operation instanceof RunJava java) {
      return opaque(java, java.sql() == null ? List.of() : statements(new ExecuteSql(java.sql())));
    }
    List<Notice> notices = new ArrayList<>();
    Operation fitting = fitting(revision, operation, recording, notices);
    if (fitting == null) {
      return new OfflineStep(operation, List.of(), List.of(), notices, provisional);
    }
    List<String> statements = statements(fitting);
    if (fitting instanceof ExecuteSql) {
      return opaque(operation, statements);
    }
    List<String> expectations = dialect.script().expectKnown(fitting, statements, schema.model());
    schema.advance(fitting);
    return new OfflineStep(operation, expectations, statements, notices, provisional);
  }

  private OfflineStep opaque(Operation operation, List<String> statements) {
    OfflineStep step = new OfflineStep(operation, List.of(), statements, List.of(), provisional);
    provisional |= OpaqueSql.mayChangeSchema(operation, dialect.name());
    return step;
  }

  private @Nullable Operation fitting(
      String revision, Operation operation, Recording recording, List<Notice> notices) {
    return new OperationResolver(
            dialect, schema.model(), new Misfit(revision), recording, notices::add)
        .resolve(operation);
  }

  private List<String> statements(Operation operation) {
    boolean due = provisional || PutOffChecks.areKnown(schema.model(), operation);
    return putOff.among(dialect.statements().statements(operation, schema), due);
  }
}
