package dev.limbeck.dialect.sqlite;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
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

/**
 * Writes an alteration in the terms of a projected table: without quotes around names and with
 * constraints and indexes as SQLite has them, so that it finds what the catalog shows. Columns keep
 * what only their table can fold.
 */
final class ProjectedAlteration implements TableAlteration.Visitor<TableAlteration> {
  private final SqliteProjection projection;
  private final Table table;

  /**
   * @param table the table as it is before the alteration
   */
  ProjectedAlteration(SqliteProjection projection, Table table) {
    this.projection = projection;
    this.table = table;
  }

  @Override
  public TableAlteration addColumn(AddColumn alteration) {
    Column column = alteration.column();
    return new AddColumn(column.withName(projection.name(column.name())), alteration.fill());
  }

  @Override
  public TableAlteration dropColumn(DropColumn alteration) {
    return new DropColumn(projection.name(alteration.name()), null);
  }

  @Override
  public TableAlteration renameColumn(RenameColumn alteration) {
    return new RenameColumn(projection.name(alteration.from()), projection.name(alteration.to()));
  }

  @Override
  public TableAlteration alterColumn(AlterColumn change) {
    return new AlterColumn(
        projection.name(change.name()),
        change.type(),
        change.nullable(),
        change.defaultValue(),
        change.generation(),
        change.comment(),
        change.collation(),
        change.using(),
        change.fill());
  }

  @Override
  public TableAlteration addConstraint(AddConstraint alteration) {
    return new AddConstraint(projection.constraint(table, alteration.constraint()));
  }

  @Override
  public TableAlteration dropConstraint(DropConstraint alteration) {
    Constraint dropped = alteration.constraint();
    return new DropConstraint(
        alteration.name() == null ? null : projection.name(alteration.name()),
        dropped == null ? null : projection.constraint(table, dropped));
  }

  @Override
  public TableAlteration renameConstraint(RenameConstraint alteration) {
    return new RenameConstraint(
        projection.name(alteration.from()), projection.name(alteration.to()));
  }

  @Override
  public TableAlteration alterCheck(AlterCheck alteration) {
    Check from = projected(alteration, alteration.from());
    Check to = projected(alteration, alteration.to());
    return new AlterCheck(
        to.name(), new Changed<>(from.condition(), to.condition()), alteration.remaps());
  }

  private Check projected(AlterCheck alteration, CheckCondition condition) {
    Identifier name = alteration.name() == null ? null : projection.name(alteration.name());
    return (Check) requireNonNull(projection.constraint(table, new Check(name, condition)));
  }

  @Override
  public TableAlteration addIndex(AddIndex alteration) {
    return new AddIndex(projection.index(table, alteration.index()));
  }

  @Override
  public TableAlteration dropIndex(DropIndex alteration) {
    Index dropped = alteration.index();
    return new DropIndex(
        alteration.name() == null ? null : projection.name(alteration.name()),
        dropped == null ? null : projection.index(table, dropped));
  }

  @Override
  public TableAlteration renameIndex(RenameIndex alteration) {
    return new RenameIndex(projection.name(alteration.from()), projection.name(alteration.to()));
  }

  @Override
  public TableAlteration alterComment(AlterComment alteration) {
    return alteration;
  }
}
