package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Projection;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
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
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fits a recorded operation to the schema that is there: checks what it expects, finds what its
 * drops mean, and leaves out what is already done.
 *
 * <p>The result is in the names of the database. Null says that nothing is left to do.
 */
public final class OperationResolver implements Operation.Visitor<@Nullable Operation> {
  private final Dialect dialect;
  private final Projection projection;
  private final DatabaseModel before;
  private final Misfit misfit;
  private final Recording recording;
  private final Consumer<Notice> notices;

  /**
   * @param before the schema before the operation, in the terms of the database; at least the
   *     tables that it touches
   * @param misfit makes the error for what does not fit
   * @param recording where the operations were written
   * @param notices told what does not stop the plan
   */
  public OperationResolver(
      Dialect dialect,
      DatabaseModel before,
      Misfit misfit,
      Recording recording,
      Consumer<Notice> notices) {
    this.dialect = dialect;
    this.projection = dialect.projection();
    this.before = before;
    this.misfit = misfit;
    this.recording = recording;
    this.notices = notices;
  }

  /** The operation as it fits, or null where nothing is left to do. */
  public @Nullable Operation resolve(Operation operation) {
    return operation.accept(this);
  }

  @Override
  public @Nullable Operation createSchema(CreateSchema operation) {
    if (!projection.hasSchemas()) {
      return null;
    }
    return before.schemas().contains(operation.name())
        ? skipped("schema " + operation.name() + " is there")
        : operation;
  }

  @Override
  public @Nullable Operation dropSchema(DropSchema operation) {
    if (!projection.hasSchemas()) {
      return null;
    }
    return before.schemas().contains(operation.name())
        ? operation
        : skipped("schema " + operation.name() + " is gone");
  }

  @Override
  public @Nullable Operation createTable(CreateTable operation) {
    QualifiedName name = projection.name(operation.table().name());
    if (before.table(name) != null) {
      throw misfit.error(
          recording.line(operation),
          "createTable(\"" + operation.table().name() + "\") makes a table",
          "but there is one of that name already.",
          "If the database was made by other means, `limbeck stamp` says where it stands.");
    }
    return new CreateTable(DialectNames.table(projection, operation.table()));
  }

  @Override
  public @Nullable Operation dropTable(DropTable operation) {
    QualifiedName name = projection.name(operation.name());
    Table table = before.table(name);
    return table == null ? skipped("table " + name + " is gone") : new DropTable(name, table);
  }

  @Override
  public @Nullable Operation renameTable(RenameTable operation) {
    QualifiedName from = projection.name(operation.from());
    QualifiedName to = projection.name(operation.to());
    if (before.table(from) == null && before.table(to) != null) {
      return skipped("table " + from + " is already named " + to);
    }
    if (before.table(from) == null) {
      throw missing(operation, "renameTable(\"" + operation.from() + "\", …)", "table", from);
    }
    return new RenameTable(from, to);
  }

  @Override
  public @Nullable Operation alterTable(AlterTable operation) {
    QualifiedName name = projection.name(operation.table());
    Table table = before.table(name);
    if (table == null) {
      throw missing(operation, "alterTable(\"" + operation.table() + "\")", "table", name);
    }
    AlterationResolver resolver =
        new AlterationResolver(dialect, table, misfit, recording, notices);
    operation.alterations().forEach(resolver::resolve);
    return resolver.resolved().isEmpty() ? null : new AlterTable(name, resolver.resolved());
  }

  @Override
  public @Nullable Operation createSequence(CreateSequence operation) {
    QualifiedName name = projection.name(operation.sequence().name());
    if (before.sequence(name) != null || before.table(name) != null) {
      throw misfit.error(
          recording.line(operation),
          "createSequence(\"" + operation.sequence().name() + "\") makes a sequence",
          "but there is something of that name already.",
          "If the database was made by other means, `limbeck stamp` says where it stands.");
    }
    return new CreateSequence(operation.sequence().withName(name));
  }

  @Override
  public @Nullable Operation dropSequence(DropSequence operation) {
    QualifiedName name = projection.name(operation.name());
    Sequence sequence = before.sequence(name);
    return sequence == null
        ? skipped("sequence " + name + " is gone")
        : new DropSequence(name, sequence);
  }

  @Override
  public @Nullable Operation alterSequence(AlterSequence operation) {
    QualifiedName name = projection.name(operation.name());
    Sequence sequence = before.sequence(name);
    if (sequence == null) {
      throw missing(operation, "alterSequence(\"" + operation.name() + "\")", "sequence", name);
    }
    Changed<Long> increment = operation.increment();
    Sequence expected =
        increment == null || increment.from() == null
            ? sequence
            : projection.sequence(sequence.withIncrement(increment.from()));
    Sequence wanted = projection.sequence(operation.applyTo(sequence));
    AlterSequence undone = (AlterSequence) Inverse.of(List.of(operation)).get(0);
    Sequence unwanted = projection.sequence(undone.applyTo(sequence));
    boolean shown = wanted == null || !wanted.equals(unwanted);
    if (shown && sequence.equals(wanted)) {
      return skipped("sequence " + name + " is already so");
    }
    if (expected != null && expected.increment() != sequence.increment()) {
      throw misfit.error(
          recording.line(operation),
          "alterSequence(\""
              + operation.name()
              + "\") expects an increment of "
              + expected.increment(),
          "but it is " + sequence.increment() + ".",
          "Correct the \"from\" value.");
    }
    return new AlterSequence(
        name,
        operation.start(),
        operation.increment(),
        operation.minimum(),
        operation.maximum(),
        operation.cache(),
        operation.cycle());
  }

  @Override
  public @Nullable Operation renameSequence(RenameSequence operation) {
    QualifiedName from = projection.name(operation.from());
    QualifiedName to = projection.name(operation.to());
    if (before.sequence(from) == null && before.sequence(to) != null) {
      return skipped("sequence " + from + " is already named " + to);
    }
    if (before.sequence(from) == null) {
      throw missing(operation, "renameSequence(\"" + operation.from() + "\", …)", "sequence", from);
    }
    return new RenameSequence(from, to);
  }

  @Override
  public @Nullable Operation createEnumType(CreateEnumType operation) {
    return types().createEnumType(operation);
  }

  @Override
  public @Nullable Operation dropEnumType(DropEnumType operation) {
    return types().dropEnumType(operation);
  }

  @Override
  public @Nullable Operation alterEnumType(AlterEnumType operation) {
    return types().alterEnumType(operation);
  }

  @Override
  public @Nullable Operation renameEnumType(RenameEnumType operation) {
    return types().renameEnumType(operation);
  }

  @Override
  public @Nullable Operation renameEnumLabel(RenameEnumLabel operation) {
    return types().renameEnumLabel(operation);
  }

  @Override
  public @Nullable Operation createDomain(CreateDomain operation) {
    return types().createDomain(operation);
  }

  @Override
  public @Nullable Operation dropDomain(DropDomain operation) {
    return types().dropDomain(operation);
  }

  @Override
  public @Nullable Operation alterDomain(AlterDomain operation) {
    return types().alterDomain(operation);
  }

  @Override
  public @Nullable Operation renameDomain(RenameDomain operation) {
    return types().renameDomain(operation);
  }

  @Override
  public @Nullable Operation executeSql(ExecuteSql operation) {
    return operation;
  }

  @Override
  public @Nullable Operation runJava(RunJava operation) {
    return operation;
  }

  @Override
  public @Nullable Operation changeInBatches(ChangeInBatches operation) {
    Notice costly = BatchIndex.lacking(operation, projection, before);
    if (costly != null) {
      notices.accept(costly);
    }
    return operation;
  }

  @Override
  public @Nullable Operation insertRows(InsertRows operation) {
    return new InsertRows(
        projection.name(operation.table()),
        operation.columns().stream().map(projection::name).toList(),
        operation.rows());
  }

  @Override
  public @Nullable Operation outsideTransaction(OutsideTransaction operation) {
    throw new IllegalStateException("units hold no " + operation);
  }

  @Override
  public @Nullable Operation onlyOn(OnlyOn operation) {
    throw new IllegalStateException("units hold no " + operation);
  }

  @Override
  public @Nullable Operation irreversible(Irreversible operation) {
    throw new IllegalStateException("units hold no " + operation);
  }

  private TypeOperationResolver types() {
    return new TypeOperationResolver(dialect, before, misfit, recording, notices);
  }

  private @Nullable Operation skipped(String what) {
    notices.accept(new Notice(Notice.Level.SKIPPED, what + ": skipped"));
    return null;
  }

  private RuntimeException missing(
      Operation operation, String call, String kind, QualifiedName name) {
    return misfit.error(
        recording.line(operation),
        call + " needs a " + kind,
        "but there is no " + kind + " " + name + ".",
        "See `limbeck current` and `limbeck history` for where the database stands.");
  }
}
