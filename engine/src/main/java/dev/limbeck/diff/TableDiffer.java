package dev.limbeck.diff;

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
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes one table of another, in an order that runs: first what stands in the way is
 * dropped, then columns change, then what stands on the new columns is added.
 */
final class TableDiffer {
  private final SchemaNames names;

  TableDiffer(SchemaNames names) {
    this.names = names;
  }

  /**
   * The alterations from one table to another of the same name; empty where there is no difference.
   */
  List<TableAlteration> alterations(Table from, Table to) {
    List<TableAlteration> drops = new ArrayList<>();
    List<TableAlteration> renames = new ArrayList<>();
    List<TableAlteration> adds = new ArrayList<>();
    constraints(from, to).alterations(from.constraints(), to.constraints(), drops, renames, adds);
    indexes(to).alterations(from.indexes(), to.indexes(), drops, renames, adds);
    List<TableAlteration> all = new ArrayList<>(drops);
    all.addAll(renames);
    columns(from, to, all);
    all.addAll(adds);
    Changed<String> comment = Changed.between(from.comment(), to.comment());
    if (comment != null) {
      all.add(new AlterComment(comment));
    }
    return all;
  }

  private static void columns(Table from, Table to, List<TableAlteration> all) {
    for (Column column : from.columns()) {
      if (to.column(column.name()) == null) {
        all.add(new DropColumn(column.name(), column));
      }
    }
    for (Column column : to.columns()) {
      Column before = from.column(column.name());
      if (before == null) {
        all.add(new AddColumn(column, null));
      } else {
        AlterColumn change = AlterColumn.between(before, column);
        if (change != null) {
          all.add(change);
        }
      }
    }
  }

  /**
   * The change of a check, where the column that it is of stays as it is; of a check in SQL only
   * where all columns do.
   */
  private static @Nullable TableAlteration changed(
      Table fromTable, Table toTable, Constraint from, Constraint to) {
    if (!(from instanceof Check before && to instanceof Check after)
        || before.condition().getClass() != after.condition().getClass()) {
      return null;
    }
    List<Identifier> columns = after.columns();
    boolean same =
        columns.isEmpty()
            ? fromTable.columns().equals(toTable.columns())
                && (before.name() != null && before.name().equals(after.name())
                    || after.name() == null && isAlone(fromTable, toTable, before, after))
            : before.columns().equals(columns)
                && columns.stream().allMatch(name -> sameType(fromTable, toTable, name));
    return same
        ? new AlterCheck(
            after.name() == null ? before.name() : after.name(),
            new Changed<>(before.condition(), after.condition()),
            Map.of())
        : null;
  }

  /**
   * True where no other checks in SQL go or come, so that the one is another state of the other.
   */
  private static boolean isAlone(Table fromTable, Table toTable, Check from, Check to) {
    return ofSqlBeside(fromTable, toTable).equals(List.of(from))
        && ofSqlBeside(toTable, fromTable).equals(List.of(to));
  }

  private static List<Constraint> ofSqlBeside(Table table, Table other) {
    return table.constraints().stream()
        .filter(each -> each instanceof Check check && check.columns().isEmpty())
        .filter(
            each ->
                other.constraints().stream()
                    .noneMatch(theirs -> ConstraintMatching.same(each, theirs)))
        .toList();
  }

  private static boolean sameType(Table fromTable, Table toTable, Identifier name) {
    Column from = fromTable.column(name);
    Column to = toTable.column(name);
    return from != null && to != null && from.type().equals(to.type());
  }

  private PartDiffer<Constraint> constraints(Table from, Table table) {
    return new PartDiffer<>(
        Constraint::name,
        (constraint, released) -> names.named(table.name(), constraint, released),
        ConstraintMatching::same,
        DropConstraint::of,
        RenameConstraint::new,
        AddConstraint::new,
        (before, after) -> changed(from, table, before, after));
  }

  private PartDiffer<Index> indexes(Table table) {
    return new PartDiffer<>(
        Index::name,
        (index, released) -> names.named(table.name(), index, released),
        ConstraintMatching::same,
        DropIndex::of,
        RenameIndex::new,
        AddIndex::new,
        (before, after) -> null);
  }
}
