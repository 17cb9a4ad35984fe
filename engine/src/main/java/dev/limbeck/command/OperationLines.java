package dev.limbeck.command;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.plan.ConstraintKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says operations in lines, for people and scripts. A created table is one line, whatever is in it;
 * a change of several facts of a column is a line for each.
 */
public final class OperationLines
    implements Operation.Visitor<List<OperationLine>>,
        TableAlteration.Visitor<List<OperationLine>> {
  private final String table;
  private final @Nullable String condition;

  private OperationLines(String table, @Nullable String condition) {
    this.table = table;
    this.condition = condition;
  }

  /** The lines of these operations, in their order. */
  public static List<OperationLine> of(List<Operation> operations) {
    return of(operations, null);
  }

  /** The lines of one alteration of a table. */
  static List<OperationLine> ofTable(String table, TableAlteration alteration) {
    return alteration.accept(new OperationLines(table, null));
  }

  private static List<OperationLine> of(List<Operation> operations, @Nullable String condition) {
    List<OperationLine> lines = new ArrayList<>();
    OperationLines visitor = new OperationLines("", condition);
    operations.forEach(operation -> lines.addAll(operation.accept(visitor)));
    return List.copyOf(lines);
  }

  @Override
  public List<OperationLine> createSchema(Operation.CreateSchema operation) {
    return whole("add_schema", operation.name());
  }

  @Override
  public List<OperationLine> dropSchema(Operation.DropSchema operation) {
    return whole("drop_schema", operation.name());
  }

  @Override
  public List<OperationLine> createTable(Operation.CreateTable operation) {
    return whole("add_table", operation.table().name());
  }

  @Override
  public List<OperationLine> dropTable(Operation.DropTable operation) {
    return whole("drop_table", operation.name());
  }

  @Override
  public List<OperationLine> renameTable(Operation.RenameTable operation) {
    return renamed("rename_table", operation.from().toString(), null, operation.to());
  }

  @Override
  public List<OperationLine> alterTable(Operation.AlterTable operation) {
    List<OperationLine> lines = new ArrayList<>();
    OperationLines parts = new OperationLines(operation.table().toString(), condition);
    operation.alterations().forEach(alteration -> lines.addAll(alteration.accept(parts)));
    return lines;
  }

  @Override
  public List<OperationLine> createSequence(Operation.CreateSequence operation) {
    return whole("add_sequence", operation.sequence().name());
  }

  @Override
  public List<OperationLine> dropSequence(Operation.DropSequence operation) {
    return whole("drop_sequence", operation.name());
  }

  @Override
  public List<OperationLine> alterSequence(Operation.AlterSequence operation) {
    OperationLines sequence = new OperationLines(operation.name().toString(), condition);
    List<OperationLine> lines = new ArrayList<>();
    sequence.change(lines, "alter_sequence", "start", operation.start());
    sequence.change(lines, "alter_sequence", "increment", operation.increment());
    sequence.change(lines, "alter_sequence", "minimum", operation.minimum());
    sequence.change(lines, "alter_sequence", "maximum", operation.maximum());
    sequence.change(lines, "alter_sequence", "cache", operation.cache());
    sequence.change(lines, "alter_sequence", "cycle", operation.cycle());
    return lines;
  }

  @Override
  public List<OperationLine> renameSequence(Operation.RenameSequence operation) {
    return renamed("rename_sequence", operation.from().toString(), null, operation.to());
  }

  @Override
  public List<OperationLine> createEnumType(TypeOperation.CreateEnumType operation) {
    return whole("add_type", operation.type().name());
  }

  @Override
  public List<OperationLine> dropEnumType(TypeOperation.DropEnumType operation) {
    return whole("drop_type", operation.name());
  }

  @Override
  public List<OperationLine> alterEnumType(TypeOperation.AlterEnumType operation) {
    return changed("alter_labels", operation.name().toString(), null, operation.labels());
  }

  @Override
  public List<OperationLine> renameEnumType(TypeOperation.RenameEnumType operation) {
    return renamed("rename_type", operation.from().toString(), null, operation.to());
  }

  @Override
  public List<OperationLine> renameEnumLabel(TypeOperation.RenameEnumLabel operation) {
    return List.of(
        new OperationLine(
            "rename_label",
            operation.type().toString(),
            operation.from(),
            null,
            operation.to(),
            condition));
  }

  @Override
  public List<OperationLine> createDomain(CreateDomain operation) {
    return whole("add_domain", operation.domain().name());
  }

  @Override
  public List<OperationLine> dropDomain(DropDomain operation) {
    return whole("drop_domain", operation.name());
  }

  @Override
  public List<OperationLine> alterDomain(TypeOperation.AlterDomain operation) {
    return DomainLines.of(operation, condition);
  }

  @Override
  public List<OperationLine> renameDomain(TypeOperation.RenameDomain operation) {
    return renamed("rename_domain", operation.from().toString(), null, operation.to());
  }

  @Override
  public List<OperationLine> executeSql(Operation.ExecuteSql operation) {
    return whole("execute", operation.sql());
  }

  @Override
  public List<OperationLine> runJava(Operation.RunJava operation) {
    return whole("run", operation.description());
  }

  @Override
  public List<OperationLine> changeInBatches(ChangeInBatches operation) {
    return whole("batches", operation.sql());
  }

  @Override
  public List<OperationLine> insertRows(InsertRows operation) {
    int rows = operation.rows().size();
    return whole("insert_rows", operation.table() + " " + rows + (rows == 1 ? " row" : " rows"));
  }

  @Override
  public List<OperationLine> outsideTransaction(Operation.OutsideTransaction operation) {
    return of(operation.operations(), and("outside a transaction"));
  }

  @Override
  public List<OperationLine> onlyOn(Operation.OnlyOn operation) {
    return of(operation.operations(), and("only on " + operation.dialect()));
  }

  @Override
  public List<OperationLine> irreversible(Operation.Irreversible operation) {
    return whole("irreversible", operation.reason());
  }

  @Override
  public List<OperationLine> addColumn(TableAlteration.AddColumn alteration) {
    return part("add_column", alteration.column().name().toString());
  }

  @Override
  public List<OperationLine> dropColumn(TableAlteration.DropColumn alteration) {
    return part("drop_column", alteration.name().toString());
  }

  @Override
  public List<OperationLine> renameColumn(TableAlteration.RenameColumn alteration) {
    return renamed("rename_column", table, alteration.from(), alteration.to());
  }

  @Override
  public List<OperationLine> alterColumn(TableAlteration.AlterColumn alteration) {
    String name = alteration.name().toString();
    List<OperationLine> lines = new ArrayList<>();
    change(lines, "alter_type", name, alteration.type());
    Changed<Boolean> nullable = alteration.nullable();
    if (nullable != null) {
      change(
          lines,
          "alter_nullable",
          name,
          new Changed<>(nullability(nullable.from()), nullability(nullable.to())));
    }
    change(lines, "alter_default", name, alteration.defaultValue());
    Changed<Generation> generation = alteration.generation();
    if (generation != null) {
      change(
          lines,
          "alter_generation",
          name,
          new Changed<>(generated(generation.from()), generated(generation.to())));
    }
    change(lines, "alter_collation", name, alteration.collation());
    change(lines, "alter_comment", name, alteration.comment());
    return lines;
  }

  /** Whether a column takes null, in words. */
  static @Nullable String nullability(@Nullable Boolean nullable) {
    return nullable == null ? null : nullable ? "nullable" : "not null";
  }

  /** How a column's value is made, in words. */
  static @Nullable String generated(@Nullable Generation generation) {
    return generation == null ? null : generation.accept(new GenerationText());
  }

  @Override
  public List<OperationLine> addConstraint(TableAlteration.AddConstraint alteration) {
    Constraint constraint = alteration.constraint();
    return part("add_" + kind(constraint), name(constraint.name(), constraint.columns()));
  }

  @Override
  public List<OperationLine> dropConstraint(TableAlteration.DropConstraint alteration) {
    Constraint constraint = alteration.constraint();
    return constraint == null
        ? part("drop_constraint", String.valueOf(alteration.name()))
        : part("drop_" + kind(constraint), name(alteration.name(), constraint.columns()));
  }

  @Override
  public List<OperationLine> renameConstraint(TableAlteration.RenameConstraint alteration) {
    return renamed("rename_constraint", table, alteration.from(), alteration.to());
  }

  @Override
  public List<OperationLine> alterCheck(TableAlteration.AlterCheck alteration) {
    return changed(
        "alter_check",
        table,
        name(alteration.name(), alteration.from().columns()),
        new Changed<>(PartText.condition(alteration.from()), PartText.condition(alteration.to())));
  }

  @Override
  public List<OperationLine> addIndex(TableAlteration.AddIndex alteration) {
    Index index = alteration.index();
    return part("add_index", index.name() == null ? columns(index) : index.name().toString());
  }

  @Override
  public List<OperationLine> dropIndex(TableAlteration.DropIndex alteration) {
    Index index = alteration.index();
    return part(
        "drop_index",
        alteration.name() == null && index != null
            ? columns(index)
            : String.valueOf(alteration.name()));
  }

  @Override
  public List<OperationLine> renameIndex(TableAlteration.RenameIndex alteration) {
    return renamed("rename_index", table, alteration.from(), alteration.to());
  }

  @Override
  public List<OperationLine> alterComment(TableAlteration.AlterComment alteration) {
    List<OperationLine> lines = new ArrayList<>();
    change(lines, "alter_comment", null, alteration.comment());
    return lines;
  }

  private static String name(@Nullable Identifier name, Collection<Identifier> columns) {
    return name == null
        ? columns.stream().map(Identifier::toString).collect(Collectors.joining(", ", "(", ")"))
        : name.toString();
  }

  private static String columns(Index index) {
    return index.parts().stream()
        .map(OperationLines::indexed)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String indexed(IndexPart part) {
    return String.valueOf(part.column() == null ? part.expression() : part.column());
  }

  /** What a constraint is called in a line: {@code foreign_key}. */
  static String kind(Constraint constraint) {
    return constraint.accept(new ConstraintKind()).replace(' ', '_');
  }

  private List<OperationLine> whole(String kind, Object object) {
    return List.of(new OperationLine(kind, object.toString(), null, null, null, condition));
  }

  private List<OperationLine> part(String kind, String name) {
    return List.of(new OperationLine(kind, table, name, null, null, condition));
  }

  private List<OperationLine> renamed(
      String kind, String object, @Nullable Identifier from, Object to) {
    String name = from == null ? null : from.toString();
    return List.of(new OperationLine(kind, object, name, null, to.toString(), condition));
  }

  private void change(
      List<OperationLine> lines, String kind, @Nullable String name, @Nullable Changed<?> change) {
    if (change != null) {
      lines.addAll(changed(kind, table, name, change));
    }
  }

  private List<OperationLine> changed(
      String kind, String object, @Nullable String name, Changed<?> change) {
    return List.of(
        new OperationLine(kind, object, name, text(change.from()), text(change.to()), condition));
  }

  private static @Nullable String text(@Nullable Object fact) {
    return fact == null ? null : fact.toString();
  }

  private String and(String further) {
    return condition == null ? further : condition + ", " + further;
  }

  /** How a generated value is called in a line. */
  private static final class GenerationText implements Generation.Visitor<String> {
    @Override
    public String identity(Generation.Identity identity) {
      String text = identity.always() ? "identity always" : "identity";
      return identity.start() == 1 && identity.increment() == 1
          ? text
          : text + "(" + identity.start() + ", " + identity.increment() + ")";
    }

    @Override
    public String computed(Generation.Computed computed) {
      return "computed(" + computed.expression() + (computed.stored() ? ", stored)" : ")");
    }
  }
}
