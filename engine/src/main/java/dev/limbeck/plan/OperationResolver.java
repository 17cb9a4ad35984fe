package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fits a recorded operation to the schema that is there: checks what it expects, finds what its
 * drops mean, and leaves out what is already done.
 *
 * <p>The result is in the names of the database. Null says that nothing is left to do.
 */
public final class OperationResolver extends TypeOperationResolver
    implements Operation.Visitor<@Nullable Operation> {
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
    super(dialect, before, new Findings(misfit, recording, notices));
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
        ? findings.skipped("schema " + operation.name() + " is there")
        : operation;
  }

  @Override
  public @Nullable Operation dropSchema(DropSchema operation) {
    if (!projection.hasSchemas()) {
      return null;
    }
    return before.schemas().contains(operation.name())
        ? operation
        : findings.skipped("schema " + operation.name() + " is gone");
  }

  @Override
  public @Nullable Operation createTable(CreateTable operation) {
    QualifiedName name = projection.name(operation.table().name());
    if (before.table(name) != null) {
      throw findings.error(
          operation,
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
    return table == null
        ? findings.skipped("table " + name + " is gone")
        : new DropTable(name, table);
  }

  @Override
  public @Nullable Operation renameTable(RenameTable operation) {
    QualifiedName from = projection.name(operation.from());
    QualifiedName to = projection.name(operation.to());
    if (before.table(from) == null && before.table(to) != null) {
      return findings.skipped("table " + from + " is already named " + to);
    }
    if (before.table(from) == null) {
      throw findings.missing(
          operation, "renameTable(\"" + operation.from() + "\", …)", "table", from);
    }
    return new RenameTable(from, to);
  }

  @Override
  public @Nullable Operation alterTable(AlterTable operation) {
    QualifiedName name = projection.name(operation.table());
    Table table = before.table(name);
    if (table == null) {
      throw findings.missing(operation, "alterTable(\"" + operation.table() + "\")", "table", name);
    }
    AlterationResolver resolver = new AlterationResolver(dialect, table, findings);
    operation.alterations().forEach(resolver::resolve);
    return resolver.resolved().isEmpty() ? null : new AlterTable(name, resolver.resolved());
  }

  @Override
  public @Nullable Operation createSequence(CreateSequence operation) {
    QualifiedName name = projection.name(operation.sequence().name());
    if (before.sequence(name) != null || before.table(name) != null) {
      throw findings.error(
          operation,
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
        ? findings.skipped("sequence " + name + " is gone")
        : new DropSequence(name, sequence);
  }

  @Override
  public @Nullable Operation alterSequence(AlterSequence operation) {
    QualifiedName name = projection.name(operation.name());
    Sequence sequence = before.sequence(name);
    if (sequence == null) {
      throw findings.missing(
          operation, "alterSequence(\"" + operation.name() + "\")", "sequence", name);
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
      return findings.skipped("sequence " + name + " is already so");
    }
    if (expected != null && expected.increment() != sequence.increment()) {
      throw findings.error(
          operation,
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
      return findings.skipped("sequence " + from + " is already named " + to);
    }
    if (before.sequence(from) == null) {
      throw findings.missing(
          operation, "renameSequence(\"" + operation.from() + "\", …)", "sequence", from);
    }
    return new RenameSequence(from, to);
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
      findings.notices().accept(costly);
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
}
