package dev.limbeck.plan;

import dev.limbeck.dialect.Projection;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an operation says into the names of a database, so that it can be compared with what
 * the database has. Types and generated values stay neutral: they are yet to be rendered. What the
 * database keeps none of becomes null.
 */
final class DialectNames implements TableAlteration.Visitor<@Nullable TableAlteration> {
  private final Projection projection;
  private final Table table;

  /**
   * @param table the table that is altered, in whatever terms
   */
  DialectNames(Projection projection, Table table) {
    this.projection = projection;
    this.table = table;
  }

  /** The table in the database's names. */
  static Table table(Projection projection, Table table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Constraint named = projection.constraint(table, constraint);
      if (named != null) {
        constraints.add(named);
      }
    }
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      Index named = projection.index(table, index);
      if (named != null) {
        indexes.add(named);
      }
    }
    return new Table(
        projection.name(table.name()),
        table.columns().stream()
            .map(column -> column.withName(projection.name(column.name())))
            .toList(),
        constraints,
        indexes,
        projection.comment(table.comment()),
        projection.options(table.options()));
  }

  @Override
  public @Nullable TableAlteration addColumn(AddColumn alteration) {
    return new AddColumn(named(alteration.column()), alteration.fill());
  }

  @Override
  public @Nullable TableAlteration dropColumn(DropColumn alteration) {
    Column column = alteration.column();
    return new DropColumn(
        projection.name(alteration.name()), column == null ? null : named(column));
  }

  @Override
  public @Nullable TableAlteration renameColumn(RenameColumn alteration) {
    return new RenameColumn(projection.name(alteration.from()), projection.name(alteration.to()));
  }

  @Override
  public @Nullable TableAlteration alterColumn(AlterColumn alteration) {
    return new AlterColumn(
        projection.name(alteration.name()),
        alteration.type(),
        alteration.nullable(),
        alteration.defaultValue(),
        alteration.generation(),
        alteration.comment(),
        alteration.collation(),
        alteration.using(),
        alteration.fill());
  }

  @Override
  public @Nullable TableAlteration addConstraint(AddConstraint alteration) {
    Constraint constraint = projection.constraint(table, alteration.constraint());
    return constraint == null ? null : new AddConstraint(constraint);
  }

  @Override
  public @Nullable TableAlteration dropConstraint(DropConstraint alteration) {
    Constraint structure = alteration.constraint();
    if (structure == null) {
      return new DropConstraint(named(alteration.name()), null);
    }
    Constraint constraint = projection.constraint(table, structure);
    return constraint == null ? null : DropConstraint.of(constraint);
  }

  @Override
  public @Nullable TableAlteration renameConstraint(RenameConstraint alteration) {
    return new RenameConstraint(
        projection.name(alteration.from()), projection.name(alteration.to()));
  }

  @Override
  public @Nullable TableAlteration alterCheck(AlterCheck alteration) {
    Identifier name = alteration.name() == null ? null : projection.name(alteration.name());
    Constraint from = projection.constraint(table, new Check(name, alteration.from()));
    Constraint to = projection.constraint(table, new Check(name, alteration.to()));
    return from instanceof Check before && to instanceof Check after
        ? new AlterCheck(
            after.name(), new Changed<>(before.condition(), after.condition()), alteration.remaps())
        : null;
  }

  @Override
  public @Nullable TableAlteration addIndex(AddIndex alteration) {
    Index index = projection.index(table, alteration.index());
    return index == null ? null : new AddIndex(index, alteration.concurrently());
  }

  @Override
  public @Nullable TableAlteration dropIndex(DropIndex alteration) {
    Index structure = alteration.index();
    if (structure == null) {
      return new DropIndex(named(alteration.name()), null, alteration.concurrently());
    }
    Index index = projection.index(table, structure);
    return index == null ? null : DropIndex.of(index, alteration.concurrently());
  }

  @Override
  public @Nullable TableAlteration renameIndex(RenameIndex alteration) {
    return new RenameIndex(projection.name(alteration.from()), projection.name(alteration.to()));
  }

  @Override
  public @Nullable TableAlteration alterComment(AlterComment alteration) {
    return alteration;
  }

  private Column named(Column column) {
    return column.withName(projection.name(column.name()));
  }

  private @Nullable Identifier named(@Nullable Identifier name) {
    return name == null ? null : projection.name(name);
  }
}
