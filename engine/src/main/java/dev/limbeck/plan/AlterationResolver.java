package dev.limbeck.plan;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.ConditionChange;
import dev.limbeck.operation.TableAlteration;
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
import dev.limbeck.operation.TableEvolver;
import dev.limbeck.operation.TableObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits the alterations of a table to the table that is there, one after the other; see {@link
 * OperationResolver}.
 *
 * <p>A fact that is already as the alteration wants it is left out with a notice. A type that
 * differs from what the alteration expects is a warning where every value fits the new type, else
 * an error. Expressions are not compared here: databases spell them as they like.
 */
final class AlterationResolver implements TableAlteration.Visitor<@Nullable TableAlteration> {
  private final Dialect dialect;
  private final Findings findings;
  private final Table start;
  private final Map<Identifier, Identifier> namesAtStart = new HashMap<>();
  private final TableEvolver evolver;
  private final List<TableAlteration> resolved = new ArrayList<>();
  private TableAlteration original;

  AlterationResolver(Dialect dialect, Table table, Findings findings) {
    this.dialect = dialect;
    this.findings = findings;
    this.start = table;
    this.evolver = new TableEvolver(table);
    this.original = new AlterComment(new Changed<>(null, null));
  }

  /** Fits one alteration to the table as the ones before leave it. */
  void resolve(TableAlteration alteration) {
    original = alteration;
    TableAlteration named = alteration.accept(new DialectNames(dialect.projection(), table()));
    TableAlteration fitting = named == null ? null : named.accept(this);
    if (fitting != null) {
      evolver.apply(fitting);
      resolved.add(fitting);
    }
  }

  /** What is left to do. */
  List<TableAlteration> resolved() {
    return List.copyOf(resolved);
  }

  private Table table() {
    return evolver.table();
  }

  @Override
  public @Nullable TableAlteration addColumn(AddColumn alteration) {
    Column present = table().column(alteration.column().name());
    if (present == null) {
      return alteration;
    }
    if (!sameType(present.type(), alteration.column().type())) {
      throw error(
          "addColumn(\""
              + alteration.column().name()
              + "\") makes a column of type "
              + alteration.column().type(),
          "but "
              + place(present.name())
              + " is there already, with the type "
              + present.type()
              + ".",
          "Another branch or a hand probably made it.");
    }
    return findings.skipped("column " + place(present.name()) + " is there");
  }

  @Override
  public @Nullable TableAlteration dropColumn(DropColumn alteration) {
    Column present = table().column(alteration.name());
    return present == null
        ? findings.skipped("column " + place(alteration.name()) + " is gone")
        : new DropColumn(present.name(), present);
  }

  @Override
  public @Nullable TableAlteration renameColumn(RenameColumn alteration) {
    if (table().column(alteration.from()) != null) {
      namesAtStart.put(alteration.to(), nameAtStart(alteration.from()));
      namesAtStart.remove(alteration.from());
      return alteration;
    }
    if (table().column(alteration.to()) != null) {
      return findings.skipped(
          "column " + place(alteration.from()) + " is already named " + alteration.to());
    }
    throw missingColumn("renameColumn(\"" + alteration.from() + "\", …)", alteration.from());
  }

  @Override
  public @Nullable TableAlteration alterColumn(AlterColumn alteration) {
    Column present = table().column(alteration.name());
    if (present == null) {
      throw missingColumn("alterColumn(\"" + alteration.name() + "\")", alteration.name());
    }
    Changed<Boolean> nullable = alteration.nullable();
    boolean nullableDone = nullable != null && Objects.equals(nullable.to(), present.nullable());
    AlterColumn fitting =
        new AlterColumn(
            alteration.name(),
            type(alteration, present),
            nullableDone ? null : nullable,
            alteration.defaultValue(),
            alteration.generation(),
            dialect.projection().comment("any") == null ? null : alteration.comment(),
            alteration.collation(),
            alteration.using(),
            alteration.fill());
    if (nullableDone) {
      findings.skipped(
          "column "
              + place(present.name())
              + (present.nullable() ? " takes null" : " takes no null"));
    }
    return fitting.isEmpty() ? null : fitting;
  }

  /** True where a column has the default that a type brings along, as {@code serial} does. */
  private boolean bringsDefault(ColumnType type, Column present) {
    Column plain = present.withType(type).withDefault(null).withGeneration(null);
    SqlExpression brought = dialect.projection().column(table(), plain).defaultValue();
    return brought != null && brought.equals(present.defaultValue());
  }

  private @Nullable Changed<ColumnType> type(AlterColumn alteration, Column present) {
    Changed<ColumnType> change = alteration.type();
    ColumnType from = change == null ? null : change.from();
    ColumnType to = change == null ? null : change.to();
    if (from == null || to == null) {
      return null;
    }
    TypeSystem types = dialect.types();
    ColumnType canonical = types.canonical(present.type());
    if (bringsDefault(from, present) || isHidden(present, from, to)) {
      return change;
    }
    if (isInvisible(present, from, to)) {
      return null;
    }
    if (types.canonical(to).equals(canonical)) {
      if (!types.canonical(from).equals(canonical)) {
        findings.skipped("column " + place(present.name()) + " has the type " + present.type());
      }
      return null;
    }
    if (types.canonical(from).equals(canonical)) {
      return change;
    }
    if (types.isSafeCast(present.type(), to)) {
      findings.warn(
          "column "
              + place(present.name())
              + " has the type "
              + present.type()
              + ", not "
              + from
              + "; every value fits "
              + to);
      return new Changed<>(present.type(), to);
    }
    throw error(
        "alterColumn(\"" + alteration.name() + "\") expects " + from,
        "but " + place(present.name()) + " is " + present.type() + ".",
        "Another branch or a hand probably changed it: see `limbeck history -r :"
            + findings.misfit().revision()
            + "`, then correct the \"from\" type.");
  }

  /**
   * True where the database does not show that the column has the type which is expected, as SQLite
   * does with keys, and the change is one all the same.
   */
  private boolean isHidden(Column present, ColumnType from, ColumnType to) {
    ColumnType canonical = dialect.types().canonical(present.type());
    Column atStart = present.withName(nameAtStart(present.name()));
    return shown(start, atStart, from).equals(canonical)
        && !dialect.types().canonical(from).equals(canonical)
        && !(shown(table(), present, from).equals(canonical)
            && shown(table(), present, to).equals(canonical));
  }

  /**
   * True where the database shows, and keeps, neither type: an identity of SQLite is an integer.
   */
  private boolean isInvisible(Column present, ColumnType from, ColumnType to) {
    ColumnType canonical = dialect.types().canonical(present.type());
    return Stream.of(from, to)
        .allMatch(
            type ->
                !dialect.types().canonical(type).equals(canonical)
                    && shown(table(), present, type).equals(canonical));
  }

  private Identifier nameAtStart(Identifier name) {
    return namesAtStart.getOrDefault(name, name);
  }

  /** How the database shows a type of a column of the table, such as a key of SQLite. */
  private ColumnType shown(Table table, Column column, ColumnType type) {
    return dialect
        .types()
        .canonical(dialect.projection().column(table, column.withType(type)).type());
  }

  @Override
  public @Nullable TableAlteration addConstraint(AddConstraint alteration) {
    Constraint added = alteration.constraint();
    for (Constraint present : table().constraints()) {
      if (TableObjects.sameStructure(present, added)) {
        return findings.skipped(
            "the "
                + added.accept(new ConstraintKind())
                + " constraint on "
                + table().name()
                + " "
                + added.columns()
                + " is there");
      }
      if (present instanceof PrimaryKey && added instanceof PrimaryKey) {
        throw error(
            "addPrimaryKey(\"" + added.name() + "\") makes a primary key on " + added.columns(),
            "but " + table().name() + " has one on " + present.columns() + ".",
            "Drop that one first.");
      }
    }
    return alteration;
  }

  @Override
  public @Nullable TableAlteration dropConstraint(DropConstraint alteration) {
    Constraint present = TableObjects.find(table(), alteration);
    if (present == null && alteration.constraint() != null && alteration.name() != null) {
      // A check's expression is spelled otherwise by the database; its name tells which one is
      // meant.
      Constraint named = TableObjects.find(table(), new DropConstraint(alteration.name(), null));
      present =
          named != null && named.getClass() == alteration.constraint().getClass() ? named : null;
    }
    if (present == null) {
      return findings.skipped(
          "constraint " + alteration.name() + " of " + table().name() + " is gone");
    }
    return DropConstraint.of(present);
  }

  @Override
  public @Nullable TableAlteration renameConstraint(RenameConstraint alteration) {
    boolean present =
        table().constraints().stream()
            .anyMatch(constraint -> alteration.from().equals(constraint.name()));
    return present
        ? alteration
        : findings.skipped(
            "there is no constraint " + alteration.from() + " of " + table().name() + " to rename");
  }

  @Override
  public @Nullable TableAlteration alterCheck(AlterCheck alteration) {
    Check present = TableObjects.find(table(), alteration);
    if (present == null) {
      findings.warn(
          "there is no check " + alteration.name() + " of " + table().name() + " to change: added");
      return addConstraint(new AddConstraint(new Check(alteration.name(), alteration.to())));
    }
    if (present.condition().equals(alteration.to())) {
      return findings.skipped(
          "check " + present.name() + " of " + table().name() + " is already so");
    }
    ConditionChange change = ConditionChange.of(alteration);
    boolean typed = !(present.condition() instanceof CheckCondition.Sql);
    if (typed && !present.condition().equals(alteration.from())) {
      if (!change.isOfLists() || present.condition().getClass() != alteration.from().getClass()) {
        throw error(
            "alterCheck(\"" + alteration.name() + "\") expects another condition",
            "than " + table().name() + " has: " + present.condition() + ".",
            "Another branch or a hand probably changed it. Correct the \"from\" condition.");
      }
      findings.warn(
          "check "
              + present.name()
              + " of "
              + table().name()
              + " has other values than expected; those that nobody speaks of stay");
    }
    return new AlterCheck(
        present.name(),
        new Changed<>(present.condition(), change.applyTo(present.condition())),
        alteration.remaps());
  }

  @Override
  public @Nullable TableAlteration addIndex(AddIndex alteration) {
    for (Index present : table().indexes()) {
      if (TableObjects.sameStructure(present, alteration.index())) {
        return findings.skipped(
            "the index on " + table().name() + " " + present.columns() + " is there");
      }
    }
    return alteration;
  }

  @Override
  public @Nullable TableAlteration dropIndex(DropIndex alteration) {
    Index present = TableObjects.find(table(), alteration);
    if (present == null && alteration.index() != null && alteration.name() != null) {
      present = TableObjects.find(table(), new DropIndex(alteration.name(), null));
    }
    if (present == null) {
      return findings.skipped("index " + alteration.name() + " of " + table().name() + " is gone");
    }
    return DropIndex.of(present, alteration.concurrently());
  }

  @Override
  public @Nullable TableAlteration renameIndex(RenameIndex alteration) {
    boolean present =
        table().indexes().stream().anyMatch(index -> alteration.from().equals(index.name()));
    return present
        ? alteration
        : findings.skipped(
            "there is no index " + alteration.from() + " of " + table().name() + " to rename");
  }

  @Override
  public @Nullable TableAlteration alterComment(AlterComment alteration) {
    return dialect.projection().comment("any") == null ? null : alteration;
  }

  private boolean sameType(ColumnType a, ColumnType b) {
    return dialect.types().canonical(a).equals(dialect.types().canonical(b));
  }

  private String place(Identifier column) {
    return table().name() + "." + column;
  }

  private LimbeckException missingColumn(String call, Identifier column) {
    return error(
        call + " needs a column",
        "but there is no " + place(column) + ".",
        "See `limbeck history -r :" + findings.misfit().revision() + "` for what came before.");
  }

  private LimbeckException error(String expects, String seen, String advice) {
    return findings.misfit().error(findings.recording().line(original), expects, seen, advice);
  }
}
