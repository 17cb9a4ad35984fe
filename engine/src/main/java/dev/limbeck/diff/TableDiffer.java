package dev.limbeck.diff;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Index;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.List;

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
    constraints(to).alterations(from.constraints(), to.constraints(), drops, renames, adds);
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

  private PartDiffer<Constraint> constraints(Table table) {
    return new PartDiffer<>(
        Constraint::name,
        (constraint, released) -> names.named(table.name(), constraint, released),
        ConstraintMatching::same,
        DropConstraint::of,
        RenameConstraint::new,
        AddConstraint::new);
  }

  private PartDiffer<Index> indexes(Table table) {
    return new PartDiffer<>(
        Index::name,
        (index, released) -> names.named(table.name(), index, released),
        ConstraintMatching::same,
        DropIndex::of,
        RenameIndex::new,
        AddIndex::new);
  }
}
