package dev.limbeck.operation;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.Check;
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
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations that undo operations.
 *
 * <p>The inverse of an inverse is the operation itself, but for {@code fill}, {@code using} and
 * {@code remap}, which belong to one direction. A drop that does not say what it drops, opaque SQL
 * and Java code have no inverse.
 */
public final class Inverse
    implements Operation.Visitor<Operation>, TableAlteration.Visitor<TableAlteration> {
  private Inverse() {}

  /**
   * What undoes the operations, in reverse order.
   *
   * @throws LimbeckException LMB-216 where one of them has no inverse
   */
  public static List<Operation> of(List<Operation> operations) {
    List<Operation> undone = new ArrayList<>();
    operations.forEach(operation -> undone.add(of(operation)));
    Collections.reverse(undone);
    return List.copyOf(undone);
  }

  /** What undoes the operation. */
  public static Operation of(Operation operation) {
    return operation.accept(new Inverse());
  }

  /** What undoes the alteration. */
  public static TableAlteration of(TableAlteration alteration) {
    return alteration.accept(new Inverse());
  }

  @Override
  public Operation createSchema(CreateSchema operation) {
    return new DropSchema(operation.name());
  }

  @Override
  public Operation dropSchema(DropSchema operation) {
    return new CreateSchema(operation.name());
  }

  @Override
  public Operation createTable(CreateTable operation) {
    return new DropTable(operation.table().name(), operation.table());
  }

  @Override
  public Operation dropTable(DropTable operation) {
    return new CreateTable(known(operation.table(), "dropTable", operation.name()));
  }

  @Override
  public Operation renameTable(RenameTable operation) {
    return new RenameTable(operation.to(), operation.from());
  }

  @Override
  public Operation alterTable(AlterTable operation) {
    List<TableAlteration> undone = new ArrayList<>();
    operation.alterations().forEach(alteration -> undone.add(alteration.accept(this)));
    Collections.reverse(undone);
    return new AlterTable(operation.table(), undone);
  }

  @Override
  public Operation createSequence(CreateSequence operation) {
    return new DropSequence(operation.sequence().name(), operation.sequence());
  }

  @Override
  public Operation dropSequence(DropSequence operation) {
    return new CreateSequence(known(operation.sequence(), "dropSequence", operation.name()));
  }

  @Override
  public Operation alterSequence(AlterSequence operation) {
    return new AlterSequence(
        operation.name(),
        Changed.swap(operation.start()),
        Changed.swap(operation.increment()),
        Changed.swap(operation.minimum()),
        Changed.swap(operation.maximum()),
        Changed.swap(operation.cache()),
        Changed.swap(operation.cycle()));
  }

  @Override
  public Operation renameSequence(RenameSequence operation) {
    return new RenameSequence(operation.to(), operation.from());
  }

  @Override
  public Operation createEnumType(CreateEnumType operation) {
    return new DropEnumType(operation.type().name(), operation.type());
  }

  @Override
  public Operation dropEnumType(DropEnumType operation) {
    return new CreateEnumType(known(operation.type(), "dropEnumType", operation.name()));
  }

  @Override
  public Operation alterEnumType(AlterEnumType operation) {
    return new AlterEnumType(
        operation.name(),
        operation.labels().swap(),
        Map.of(),
        operation.columns(),
        operation.rebuild());
  }

  @Override
  public Operation renameEnumType(RenameEnumType operation) {
    return new RenameEnumType(operation.to(), operation.from());
  }

  @Override
  public Operation renameEnumLabel(RenameEnumLabel operation) {
    return new RenameEnumLabel(
        operation.type(), operation.to(), operation.from(), operation.columns());
  }

  @Override
  public Operation createDomain(CreateDomain operation) {
    return new DropDomain(operation.domain().name(), operation.domain());
  }

  @Override
  public Operation dropDomain(DropDomain operation) {
    return new CreateDomain(known(operation.domain(), "dropDomain", operation.name()));
  }

  @Override
  public Operation alterDomain(AlterDomain operation) {
    List<Changed<Check>> checks = new ArrayList<>();
    operation.checks().forEach(change -> checks.add(0, change.swap()));
    return new AlterDomain(
        operation.name(),
        Changed.swap(operation.type()),
        Changed.swap(operation.nullable()),
        Changed.swap(operation.defaultValue()),
        checks);
  }

  @Override
  public Operation renameDomain(RenameDomain operation) {
    return new RenameDomain(operation.to(), operation.from());
  }

  @Override
  public Operation executeSql(ExecuteSql operation) {
    throw none("execute", operation.sql());
  }

  @Override
  public Operation runJava(RunJava operation) {
    throw none("run", operation.description());
  }

  @Override
  public Operation changeInBatches(ChangeInBatches operation) {
    throw none("batches", operation.description());
  }

  @Override
  public Operation insertRows(InsertRows operation) {
    throw none("insertRows", operation.table().toString());
  }

  @Override
  public Operation outsideTransaction(OutsideTransaction operation) {
    return new OutsideTransaction(of(operation.operations()));
  }

  @Override
  public Operation onlyOn(OnlyOn operation) {
    return new OnlyOn(operation.dialect(), of(operation.operations()));
  }

  @Override
  public Operation irreversible(Irreversible operation) {
    throw none("irreversible", operation.reason());
  }

  @Override
  public TableAlteration addColumn(AddColumn alteration) {
    return new DropColumn(alteration.column().name(), alteration.column());
  }

  @Override
  public TableAlteration dropColumn(DropColumn alteration) {
    return new AddColumn(known(alteration.column(), "dropColumn", alteration.name()), null);
  }

  @Override
  public TableAlteration renameColumn(RenameColumn alteration) {
    return new RenameColumn(alteration.to(), alteration.from());
  }

  @Override
  public TableAlteration alterColumn(AlterColumn alteration) {
    return new AlterColumn(
        alteration.name(),
        Changed.swap(alteration.type()),
        Changed.swap(alteration.nullable()),
        Changed.swap(alteration.defaultValue()),
        Changed.swap(alteration.generation()),
        Changed.swap(alteration.comment()),
        Changed.swap(alteration.collation()),
        null,
        null);
  }

  @Override
  public TableAlteration addConstraint(AddConstraint alteration) {
    return DropConstraint.of(alteration.constraint());
  }

  @Override
  public TableAlteration dropConstraint(DropConstraint alteration) {
    return new AddConstraint(known(alteration.constraint(), "dropConstraint", alteration.name()));
  }

  @Override
  public TableAlteration renameConstraint(RenameConstraint alteration) {
    return new RenameConstraint(alteration.to(), alteration.from());
  }

  @Override
  public TableAlteration alterCheck(AlterCheck alteration) {
    return new AlterCheck(alteration.name(), alteration.condition().swap(), Map.of());
  }

  @Override
  public TableAlteration addIndex(AddIndex alteration) {
    return DropIndex.of(alteration.index(), alteration.concurrently());
  }

  @Override
  public TableAlteration dropIndex(DropIndex alteration) {
    return new AddIndex(
        known(alteration.index(), "dropIndex", alteration.name()), alteration.concurrently());
  }

  @Override
  public TableAlteration renameIndex(RenameIndex alteration) {
    return new RenameIndex(alteration.to(), alteration.from());
  }

  @Override
  public TableAlteration alterComment(AlterComment alteration) {
    return new AlterComment(alteration.comment().swap());
  }

  private static <T> T known(@Nullable T object, String operation, @Nullable Object name) {
    if (object == null) {
      throw none(operation, String.valueOf(name));
    }
    return object;
  }

  private static LimbeckException none(String operation, String what) {
    return new LimbeckException(
        "LMB-216",
        "The operation has no inverse: "
            + operation
            + " "
            + what
            + "\n  Write the downgrade by hand.");
  }
}
