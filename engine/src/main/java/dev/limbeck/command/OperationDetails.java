package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.Table;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.DropDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says operations in full: a line for each part of a table, each fact that changes, and each line
 * of SQL.
 */
final class OperationDetails
    implements Operation.Visitor<List<String>>, TableAlteration.Visitor<List<String>> {
  private final String table;
  private final String condition;

  private OperationDetails(String table, String condition) {
    this.table = table;
    this.condition = condition;
  }

  /** The lines of these operations, in their order. */
  static List<String> of(List<Operation> operations) {
    return of(operations, "");
  }

  private static List<String> of(List<Operation> operations, String condition) {
    OperationDetails details = new OperationDetails("", condition);
    return operations.stream().flatMap(each -> each.accept(details).stream()).toList();
  }

  private List<String> summary(Operation operation) {
    return OperationLines.of(List.of(operation)).stream().map(line -> line + condition).toList();
  }

  private List<String> summary(TableAlteration alteration) {
    return OperationLines.ofTable(table, alteration).stream()
        .map(line -> line + condition)
        .toList();
  }

  private List<String> one(String line) {
    return List.of(line + condition);
  }

  @Override
  public List<String> createSchema(Operation.CreateSchema operation) {
    return summary(operation);
  }

  @Override
  public List<String> dropSchema(Operation.DropSchema operation) {
    return summary(operation);
  }

  @Override
  public List<String> createTable(Operation.CreateTable operation) {
    Table made = operation.table();
    String head = "add_table " + made.name();
    List<String> lines = new ArrayList<>();
    lines.add(head);
    made.columns().forEach(each -> lines.add(head + ": column " + PartText.column(each)));
    made.constraints().forEach(each -> lines.add(head + ": " + PartText.constraint(each)));
    made.indexes().forEach(each -> lines.add(head + ": index " + PartText.index(each)));
    if (made.comment() != null) {
      lines.add(head + ": comment " + made.comment());
    }
    if (made.options() != null) {
      lines.add(head + ": options " + made.options());
    }
    return lines.stream().map(line -> line + condition).toList();
  }

  @Override
  public List<String> dropTable(Operation.DropTable operation) {
    return summary(operation);
  }

  @Override
  public List<String> renameTable(Operation.RenameTable operation) {
    return summary(operation);
  }

  @Override
  public List<String> alterTable(Operation.AlterTable operation) {
    OperationDetails parts = new OperationDetails(operation.table().toString(), condition);
    return operation.alterations().stream()
        .flatMap(alteration -> alteration.accept(parts).stream())
        .toList();
  }

  @Override
  public List<String> createSequence(Operation.CreateSequence operation) {
    return one("add_sequence " + PartText.sequence(operation.sequence()));
  }

  @Override
  public List<String> dropSequence(Operation.DropSequence operation) {
    return summary(operation);
  }

  @Override
  public List<String> alterSequence(Operation.AlterSequence operation) {
    return summary(operation);
  }

  @Override
  public List<String> renameSequence(Operation.RenameSequence operation) {
    return summary(operation);
  }

  @Override
  public List<String> createEnumType(TypeOperation.CreateEnumType operation) {
    return one("add_type " + operation.type().name() + " " + operation.type().labels());
  }

  @Override
  public List<String> dropEnumType(TypeOperation.DropEnumType operation) {
    return summary(operation);
  }

  @Override
  public List<String> alterEnumType(TypeOperation.AlterEnumType operation) {
    List<String> lines = new ArrayList<>(summary(operation));
    remaps(lines, operation.name().toString(), operation.remaps());
    if (operation.rebuild()) {
      lines.add("rebuild " + operation.name() + condition);
    }
    return lines;
  }

  @Override
  public List<String> renameEnumType(TypeOperation.RenameEnumType operation) {
    return summary(operation);
  }

  @Override
  public List<String> renameEnumLabel(TypeOperation.RenameEnumLabel operation) {
    return summary(operation);
  }

  private void remaps(List<String> lines, String of, Map<String, String> remaps) {
    remaps.forEach((from, to) -> lines.add("remap " + of + " " + from + " -> " + to + condition));
  }

  @Override
  public List<String> createDomain(CreateDomain operation) {
    return DomainLines.details(operation.domain()).stream().map(line -> line + condition).toList();
  }

  @Override
  public List<String> dropDomain(DropDomain operation) {
    return summary(operation);
  }

  @Override
  public List<String> alterDomain(TypeOperation.AlterDomain operation) {
    List<String> lines = new ArrayList<>(summary(operation));
    for (Changed<Check> change : operation.checks()) {
      Check added = change.from() == null ? change.to() : null;
      if (added != null) {
        lines.add("add_domain " + operation.name() + ": " + PartText.constraint(added) + condition);
      }
    }
    return lines;
  }

  @Override
  public List<String> renameDomain(TypeOperation.RenameDomain operation) {
    return summary(operation);
  }

  @Override
  public List<String> executeSql(Operation.ExecuteSql operation) {
    String values =
        operation.parameters().isEmpty() ? "" : " " + SqlValues.text(operation.parameters());
    return operation.sql().lines().map(line -> "execute " + line + values + condition).toList();
  }

  @Override
  public List<String> runJava(Operation.RunJava operation) {
    return one("run " + operation.description());
  }

  @Override
  public List<String> changeInBatches(ChangeInBatches operation) {
    return operation.sql().lines().map(line -> "batches " + line + condition).toList();
  }

  @Override
  public List<String> insertRows(InsertRows operation) {
    String into = "insert_rows " + operation.table() + " " + operation.columns() + " ";
    return operation.rows().stream().map(row -> into + SqlValues.text(row) + condition).toList();
  }

  @Override
  public List<String> outsideTransaction(Operation.OutsideTransaction operation) {
    return of(operation.operations(), condition + " (outside a transaction)");
  }

  @Override
  public List<String> onlyOn(Operation.OnlyOn operation) {
    return of(operation.operations(), condition + " (only on " + operation.dialect() + ")");
  }

  @Override
  public List<String> irreversible(Operation.Irreversible operation) {
    return summary(operation);
  }

  @Override
  public List<String> addColumn(TableAlteration.AddColumn alteration) {
    return one(
        "add_column "
            + table
            + " "
            + PartText.column(alteration.column())
            + PartText.fact(" fill ", PartText.expression(alteration.fill())));
  }

  @Override
  public List<String> dropColumn(TableAlteration.DropColumn alteration) {
    return summary(alteration);
  }

  @Override
  public List<String> renameColumn(TableAlteration.RenameColumn alteration) {
    return summary(alteration);
  }

  @Override
  public List<String> alterColumn(TableAlteration.AlterColumn alteration) {
    List<String> lines = new ArrayList<>(summary(alteration));
    String column = table + " " + alteration.name();
    further(lines, "using " + column, PartText.expression(alteration.using()));
    further(lines, "fill " + column, PartText.expression(alteration.fill()));
    return lines;
  }

  private void further(List<String> lines, String what, @Nullable String fact) {
    if (fact != null) {
      lines.add(what + " " + fact + condition);
    }
  }

  @Override
  public List<String> addConstraint(TableAlteration.AddConstraint alteration) {
    return one("add " + table + " " + PartText.constraint(alteration.constraint()));
  }

  @Override
  public List<String> dropConstraint(TableAlteration.DropConstraint alteration) {
    return alteration.constraint() == null
        ? summary(alteration)
        : one("drop " + table + " " + PartText.constraint(alteration.constraint()));
  }

  @Override
  public List<String> renameConstraint(TableAlteration.RenameConstraint alteration) {
    return summary(alteration);
  }

  @Override
  public List<String> alterCheck(TableAlteration.AlterCheck alteration) {
    List<String> lines = new ArrayList<>(summary(alteration));
    remaps(lines, table + " " + alteration.name(), alteration.remaps());
    return lines;
  }

  @Override
  public List<String> addIndex(TableAlteration.AddIndex alteration) {
    return one("add_index " + table + " " + PartText.index(alteration.index()));
  }

  @Override
  public List<String> dropIndex(TableAlteration.DropIndex alteration) {
    return alteration.index() == null
        ? summary(alteration)
        : one("drop_index " + table + " " + PartText.index(alteration.index()));
  }

  @Override
  public List<String> renameIndex(TableAlteration.RenameIndex alteration) {
    return summary(alteration);
  }

  @Override
  public List<String> alterComment(TableAlteration.AlterComment alteration) {
    return summary(alteration);
  }
}
