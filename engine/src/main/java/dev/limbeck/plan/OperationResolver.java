package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Projection;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.LabelChange;
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
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropEnumType;
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
    if (projection.enumType(operation.type()) == null) {
      return null;
    }
    return before.enumType(operation.type().name()) == null
        ? operation
        : skipped("type " + operation.type().name() + " is there");
  }

  @Override
  public @Nullable Operation dropEnumType(DropEnumType operation) {
    return before.enumType(operation.name()) == null
        ? null
        : new DropEnumType(operation.name(), before.enumType(operation.name()));
  }

  @Override
  public @Nullable Operation alterEnumType(AlterEnumType operation) {
    EnumType shown = projection.enumType(new EnumType(operation.name(), List.of()));
    if (shown == null) {
      return operation.change().removed().isEmpty() && operation.remaps().isEmpty()
          ? null
          : new AlterEnumType(
              operation.name(),
              operation.labels(),
              operation.remaps(),
              there(operation.columns()),
              operation.rebuild());
    }
    EnumType type = before.enumType(shown.name());
    if (type == null) {
      throw missing(operation, "alterEnumType(\"" + operation.name() + "\")", "type", shown.name());
    }
    LabelChange change = operation.change();
    List<String> after = change.applyTo(type.labels());
    if (after.equals(type.labels())) {
      return skipped("type " + shown.name() + " is already so");
    }
    List<String> missing = change.missingIn(type.labels());
    if (!missing.isEmpty()) {
      throw misfit.error(
          recording.line(operation),
          "alterEnumType(\"" + operation.name() + "\") expects the labels " + missing,
          "but " + shown.name() + " has " + type.labels() + ".",
          "Another branch or a hand probably changed it. Correct the \"from\" labels.");
    }
    if (!type.labels().equals(change.from())) {
      notices.accept(
          new Notice(
              Notice.Level.WARNING,
              "type "
                  + shown.name()
                  + " has the labels "
                  + type.labels()
                  + ", not "
                  + change.from()
                  + "; those that nobody speaks of stay"));
    }
    return new AlterEnumType(
        shown.name(),
        new Changed<>(type.labels(), after),
        operation.remaps(),
        operation.columns(),
        operation.rebuild());
  }

  /** The columns in the database's names, as far as they are there. */
  private List<EnumColumn> there(List<EnumColumn> columns) {
    return columns.stream()
        .map(each -> new EnumColumn(projection.name(each.table()), projection.name(each.column())))
        .filter(
            each -> {
              Table table = before.table(each.table());
              return table != null && table.column(each.column()) != null;
            })
        .toList();
  }

  @Override
  public @Nullable Operation renameEnumType(RenameEnumType operation) {
    EnumType from = projection.enumType(new EnumType(operation.from(), List.of()));
    EnumType to = projection.enumType(new EnumType(operation.to(), List.of()));
    if (from == null || to == null) {
      return null;
    }
    if (before.enumType(from.name()) != null) {
      return new RenameEnumType(from.name(), to.name());
    }
    if (before.enumType(to.name()) != null) {
      return skipped("type " + from.name() + " is already named " + to.name());
    }
    throw missing(
        operation, "renameEnumType(\"" + operation.from() + "\", …)", "type", from.name());
  }

  @Override
  public @Nullable Operation renameEnumLabel(RenameEnumLabel operation) {
    EnumType shown = projection.enumType(new EnumType(operation.type(), List.of()));
    if (shown == null) {
      return new RenameEnumLabel(
          operation.type(), operation.from(), operation.to(), there(operation.columns()));
    }
    EnumType type = before.enumType(shown.name());
    if (type != null && type.labels().contains(operation.from())) {
      return new RenameEnumLabel(
          shown.name(), operation.from(), operation.to(), operation.columns());
    }
    if (type != null && type.labels().contains(operation.to())) {
      return skipped(
          "label "
              + operation.from()
              + " of "
              + shown.name()
              + " is already named "
              + operation.to());
    }
    throw misfit.error(
        recording.line(operation),
        "renameEnumLabel(\"" + operation.type() + "\", …) needs the label " + operation.from(),
        type == null
            ? "but there is no type " + shown.name() + "."
            : "but " + shown.name() + " has " + type.labels() + ".",
        "Another branch or a hand probably changed it.");
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
    return operation;
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
