package dev.limbeck.operation;

import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies alterations to one table. Constraints and indexes on a dropped column go with it, as
 * databases have it.
 */
public final class TableEvolver implements TableAlteration.Visitor<@Nullable Void> {
  private final Table start;
  private final List<Column> columns;
  private final List<Constraint> constraints;
  private final List<Index> indexes;
  private final List<RenameColumn> renames = new ArrayList<>();
  private @Nullable String comment;

  public TableEvolver(Table start) {
    this.start = start;
    this.columns = new ArrayList<>(start.columns());
    this.constraints = new ArrayList<>(start.constraints());
    this.indexes = new ArrayList<>(start.indexes());
    this.comment = start.comment();
  }

  /** Applies one alteration. */
  public void apply(TableAlteration alteration) {
    alteration.accept(this);
  }

  /** The table as it now is. */
  public Table table() {
    return new Table(start.name(), columns, constraints, indexes, comment, start.options());
  }

  /** The renames of columns, in the order of the alterations. */
  public List<RenameColumn> renames() {
    return List.copyOf(renames);
  }

  @Override
  public @Nullable Void addColumn(AddColumn alteration) {
    Identifier name = alteration.column().name();
    if (columns.stream().anyMatch(column -> column.name().equals(name))) {
      throw Evolver.present("column", start.name() + "." + name);
    }
    columns.add(alteration.column());
    return null;
  }

  @Override
  public @Nullable Void dropColumn(DropColumn alteration) {
    columns.remove(position(alteration.name()));
    constraints.removeIf(constraint -> ColumnReferences.mentions(constraint, alteration.name()));
    indexes.removeIf(index -> ColumnReferences.mentions(index, alteration.name()));
    return null;
  }

  @Override
  public @Nullable Void renameColumn(RenameColumn alteration) {
    Identifier from = alteration.from();
    Identifier to = alteration.to();
    int position = position(from);
    if (!from.equals(to) && columns.stream().anyMatch(column -> column.name().equals(to))) {
      throw Evolver.present("column", start.name() + "." + to);
    }
    columns.set(position, columns.get(position).withName(to));
    columns.replaceAll(column -> inFormula(column, from, to));
    constraints.replaceAll(constraint -> ColumnReferences.renamed(constraint, from, to));
    constraints.replaceAll(constraint -> ownReference(constraint, from, to));
    indexes.replaceAll(index -> ColumnReferences.renamed(index, from, to));
    renames.add(alteration);
    return null;
  }

  private Column inFormula(Column column, Identifier from, Identifier to) {
    return column.generation() instanceof Generation.Computed computed
        ? column.withGeneration(
            new Generation.Computed(
                ColumnReferences.renamed(computed.expression(), from, to), computed.stored()))
        : column;
  }

  private Constraint ownReference(Constraint constraint, Identifier from, Identifier to) {
    return constraint instanceof dev.limbeck.model.ForeignKey key
            && key.target().equals(start.name())
        ? key.withTarget(
            key.target(),
            key.targetColumns().stream().map(column -> column.equals(from) ? to : column).toList())
        : constraint;
  }

  @Override
  public @Nullable Void alterColumn(AlterColumn change) {
    int position = position(change.name());
    Column column = columns.get(position);
    if (change.type() != null && change.type().to() != null) {
      column = column.withType(change.type().to());
    }
    if (change.nullable() != null) {
      column = column.withNullable(Boolean.TRUE.equals(change.nullable().to()));
    }
    if (change.defaultValue() != null) {
      column = column.withDefault(change.defaultValue().to());
    }
    if (change.generation() != null) {
      column = column.withGeneration(change.generation().to());
    }
    if (change.comment() != null) {
      column = column.withComment(change.comment().to());
    }
    if (change.collation() != null) {
      column = column.withCollation(change.collation().to());
    }
    columns.set(position, column);
    return null;
  }

  @Override
  public @Nullable Void addConstraint(AddConstraint alteration) {
    Constraint added = alteration.constraint();
    boolean taken =
        added.name() != null
            && constraints.stream().anyMatch(constraint -> added.name().equals(constraint.name()));
    if (taken
        || added instanceof PrimaryKey
            && constraints.stream().anyMatch(PrimaryKey.class::isInstance)) {
      throw Evolver.present(
          taken ? "constraint" : "primary key", start.name() + "." + added.name());
    }
    constraints.add(added);
    return null;
  }

  @Override
  public @Nullable Void dropConstraint(DropConstraint alteration) {
    Constraint dropped = TableObjects.find(table(), alteration);
    if (dropped == null) {
      throw Evolver.missing("constraint", start.name() + "." + alteration.name());
    }
    constraints.remove(dropped);
    return null;
  }

  @Override
  public @Nullable Void renameConstraint(RenameConstraint alteration) {
    for (int i = 0; i < constraints.size(); i++) {
      if (alteration.from().equals(constraints.get(i).name())) {
        constraints.set(i, constraints.get(i).withName(alteration.to()));
        return null;
      }
    }
    throw Evolver.missing("constraint", start.name() + "." + alteration.from());
  }

  @Override
  public @Nullable Void alterCheck(AlterCheck alteration) {
    Check present = TableObjects.find(table(), alteration);
    if (present == null) {
      throw Evolver.missing("check", start.name() + "." + alteration.name());
    }
    constraints.set(
        constraints.indexOf(present),
        new Check(present.name(), ConditionChange.of(alteration).applyTo(present.condition())));
    return null;
  }

  @Override
  public @Nullable Void addIndex(AddIndex alteration) {
    Index added = alteration.index();
    if (added.name() != null
        && indexes.stream().anyMatch(index -> added.name().equals(index.name()))) {
      throw Evolver.present("index", start.name() + "." + added.name());
    }
    indexes.add(added);
    return null;
  }

  @Override
  public @Nullable Void dropIndex(DropIndex alteration) {
    Index dropped = TableObjects.find(table(), alteration);
    if (dropped == null) {
      throw Evolver.missing("index", start.name() + "." + alteration.name());
    }
    indexes.remove(dropped);
    return null;
  }

  @Override
  public @Nullable Void renameIndex(RenameIndex alteration) {
    for (int i = 0; i < indexes.size(); i++) {
      if (alteration.from().equals(indexes.get(i).name())) {
        indexes.set(i, indexes.get(i).withName(alteration.to()));
        return null;
      }
    }
    throw Evolver.missing("index", start.name() + "." + alteration.from());
  }

  @Override
  public @Nullable Void alterComment(AlterComment alteration) {
    comment = alteration.comment().to();
    return null;
  }

  private int position(Identifier name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw Evolver.missing("column", start.name() + "." + name);
  }
}
