package dev.limbeck.migration;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlValue;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.DataStep;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import dev.limbeck.sql.Placeholders;
import dev.limbeck.sql.SqlStatements;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of revisions and keeps what they say. It never sees a connection, a dialect or a
 * clock.
 */
public final class Recorder implements Operations {
  private final RecordedList<Operation> recorded = new RecordedList<>();
  private final Map<Object, SourceLine> lines;
  private final boolean inTransaction;

  private Recorder(Map<Object, SourceLine> lines, boolean inTransaction) {
    this.lines = lines;
    this.inTransaction = inTransaction;
  }

  /**
   * What the migration's {@code upgrade} records.
   *
   * @throws LimbeckException LMB-206 where it fails, whatever it throws; LMB-2xx where it says what
   *     cannot be
   */
  public static Recording upgrade(Migration migration) {
    try {
      return record(migration::upgrade);
    } catch (Throwable failure) {
      throw BodyFailure.of("upgrade", migration, failure);
    }
  }

  /**
   * What the migration's {@code downgrade} records.
   *
   * @throws LimbeckException as {@link #upgrade}
   */
  public static Recording downgrade(Migration migration) {
    try {
      return record(migration::downgrade);
    } catch (Throwable failure) {
      throw BodyFailure.of("downgrade", migration, failure);
    }
  }

  /** What the body records; what it throws comes out as it is. */
  public static Recording record(Consumer<Operations> body) {
    Map<Object, SourceLine> lines = new IdentityHashMap<>();
    return new Recording(record(body, lines, true), lines);
  }

  private static List<Operation> record(
      Consumer<Operations> body, Map<Object, SourceLine> lines, boolean inTransaction) {
    Recorder recorder = new Recorder(lines, inTransaction);
    try {
      body.accept(recorder);
    } catch (IrreversibleSignal end) {
      // Nothing after `throw op.irreversible(…)` can be reached, and the recording already ends in
      // it.
      return recorder.recorded.done(lines);
    }
    return recorder.recorded.done(lines);
  }

  @Override
  public void createSchema(String name) {
    recorded.add(new CreateSchema(Identifier.parse(name)));
  }

  @Override
  public void dropSchema(String name) {
    recorded.add(new DropSchema(Identifier.parse(name)));
  }

  @Override
  public void createTable(String name, Consumer<TableDefinition> definition) {
    Consumer<CreateTable> slot = recorded.slot(operation -> operation);
    TableRecorder table = new TableRecorder(QualifiedName.parse(name));
    definition.accept(table);
    slot.accept(new CreateTable(table.table()));
  }

  @Override
  public void dropTable(String name) {
    recorded.add(new DropTable(QualifiedName.parse(name), null));
  }

  @Override
  public void renameTable(String from, String to) {
    recorded.add(new RenameTable(QualifiedName.parse(from), target(from, to)));
  }

  @Override
  public void moveTable(String name, @Nullable String schema) {
    QualifiedName table = QualifiedName.parse(name);
    recorded.add(new RenameTable(table, moved(table, schema)));
  }

  @Override
  public void alterTable(String name, Consumer<TableChange> change) {
    Consumer<AlterTable> slot = recorded.slot(operation -> operation);
    ChangeRecorder changes = new ChangeRecorder();
    change.accept(changes);
    slot.accept(new AlterTable(QualifiedName.parse(name), changes.alterations(lines)));
  }

  @Override
  public SequenceDefinition createSequence(String name) {
    return new SequenceDefinition(
        Sequence.of(QualifiedName.parse(name), 1, 1), recorded.slot(CreateSequence::new));
  }

  @Override
  public void dropSequence(String name) {
    recorded.add(new DropSequence(QualifiedName.parse(name), null));
  }

  @Override
  public SequenceChange alterSequence(String name) {
    return new SequenceChange(QualifiedName.parse(name), recorded.slot(operation -> operation));
  }

  @Override
  public void renameSequence(String from, String to) {
    recorded.add(new RenameSequence(QualifiedName.parse(from), target(from, to)));
  }

  @Override
  public void moveSequence(String name, @Nullable String schema) {
    QualifiedName sequence = QualifiedName.parse(name);
    recorded.add(new RenameSequence(sequence, moved(sequence, schema)));
  }

  @Override
  public void createEnumType(String name, String... labels) {
    recorded.add(new CreateEnumType(new EnumType(QualifiedName.parse(name), List.of(labels))));
  }

  @Override
  public void dropEnumType(String name) {
    recorded.add(new DropEnumType(QualifiedName.parse(name), null));
  }

  @Override
  public DomainDefinition createDomain(String name, ColumnType type) {
    return new DomainDefinition(
        Domain.of(QualifiedName.parse(name), type), recorded.slot(CreateDomain::new));
  }

  @Override
  public void dropDomain(String name) {
    recorded.add(new DropDomain(QualifiedName.parse(name), null));
  }

  @Override
  public DomainChange alterDomain(String name) {
    return new DomainChange(QualifiedName.parse(name), recorded.slot(operation -> operation));
  }

  @Override
  public void renameDomain(String from, String to) {
    recorded.add(new RenameDomain(QualifiedName.parse(from), target(from, to)));
  }

  @Override
  public EnumTypeChange alterEnumType(String name) {
    return new EnumTypeChange(QualifiedName.parse(name), recorded.slot(operation -> operation));
  }

  @Override
  public void renameEnumType(String from, String to) {
    recorded.add(new RenameEnumType(QualifiedName.parse(from), target(from, to)));
  }

  @Override
  public EnumLabelChange renameEnumLabel(String type, String from, String to) {
    return new EnumLabelChange(
        new RenameEnumLabel(QualifiedName.parse(type), from, to, List.of()),
        recorded.slot(operation -> operation));
  }

  @Override
  public ExecuteDefinition execute(String sql) {
    return execute(new ExecuteSql(sql.strip()));
  }

  @Override
  public ExecuteDefinition execute(String sql, @Nullable Object... parameters) {
    int marks = parameters.length == 0 ? 0 : Placeholders.count(sql);
    if (marks != parameters.length) {
      throw new RevisionBodyException(
          "The SQL has "
              + marks
              + (marks == 1 ? " question mark" : " question marks")
              + " for "
              + parameters.length
              + (parameters.length == 1 ? " value" : " values")
              + ".\n  "
              + CallSite.here()
              + "   "
              + sql.strip()
              + "\n  One that means itself, as an operator, is written twice: ??");
    }
    return execute(
        new ExecuteSql(sql.strip(), Stream.of(parameters).map(SqlValue::of).toList(), null));
  }

  private ExecuteDefinition execute(ExecuteSql operation) {
    checkTransaction(operation.sql());
    return new ExecuteDefinition(operation, recorded.slot(each -> each));
  }

  @Override
  public RowsDefinition insertRows(String table, String... columns) {
    if (columns.length == 0) {
      throw new RevisionBodyException(
          "insertRows says no column.\n  " + CallSite.here() + "   " + table);
    }
    return new RowsDefinition(
        new InsertRows(
            QualifiedName.parse(table),
            Stream.of(columns).map(Identifier::parse).toList(),
            List.of()),
        recorded.slot(operation -> operation));
  }

  @Override
  public RunDefinition run(String description, DataStep step) {
    return new RunDefinition(
        new RunJava(description, step),
        recorded.slot(operation -> operation),
        this::checkTransaction);
  }

  @Override
  public BatchesDefinition batches(String description, String table, String key, String sql) {
    if (!sql.contains(ChangeInBatches.BATCH)
        || SqlStatements.split(sql).size() != 1
        || SqlStatements.transactionControl(sql) != null) {
      throw new RevisionBodyException(
          "The SQL of batches has to be one statement with "
              + ChangeInBatches.BATCH
              + " in it.\n  "
              + CallSite.here()
              + "   "
              + sql.strip()
              + "\n  Write for example: UPDATE customer SET phone = trim(phone) WHERE "
              + ChangeInBatches.BATCH);
    }
    return new BatchesDefinition(
        new ChangeInBatches(
            description,
            QualifiedName.parse(table),
            Identifier.parse(key),
            BatchesDefinition.USUAL_SIZE,
            Duration.ZERO,
            SqlStatements.split(sql).get(0)),
        recorded.slot(operation -> operation));
  }

  @Override
  public void outsideTransaction(Consumer<Operations> operations) {
    Consumer<List<Operation>> slot = recorded.slot(OutsideTransaction::new);
    slot.accept(record(operations, lines, false));
  }

  @Override
  public void onlyOn(String dialect, Consumer<Operations> operations) {
    Consumer<List<Operation>> slot = recorded.slot(inner -> new OnlyOn(dialect, inner));
    slot.accept(record(operations, lines, inTransaction));
  }

  @Override
  public RuntimeException irreversible(String reason) {
    recorded.add(new Irreversible(reason));
    return new IrreversibleSignal(reason);
  }

  /** A transaction that the SQL ends is no longer one that a failure could roll back. */
  private void checkTransaction(String sql) {
    String control = inTransaction ? SqlStatements.transactionControl(sql) : null;
    if (control != null) {
      throw new LimbeckException(
          "LMB-280",
          "The SQL of a revision begins or ends a transaction.\n  "
              + CallSite.here()
              + "   "
              + control
              + "\n  The revision runs in a transaction of its own, with the change of the version"
              + " table: whatever fails is rolled back.\n  Leave the statement out, or put the SQL"
              + " into op.outsideTransaction(o -> …).");
    }
  }

  /** The new name; without a schema of its own it stays in the old one. */
  private static QualifiedName target(String from, String to) {
    QualifiedName name = QualifiedName.parse(to);
    return name.schema() == null ? name.withSchema(QualifiedName.parse(from).schema()) : name;
  }

  private static QualifiedName moved(QualifiedName name, @Nullable String schema) {
    return name.withSchema(schema == null ? null : Identifier.parse(schema));
  }

  /** What {@link #irreversible} gives the author to throw. */
  private static final class IrreversibleSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IrreversibleSignal(String reason) {
      super(reason, null, false, false);
    }
  }
}
