package dev.limbeck.diff;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes one table of another, in an order that runs: first what stands in the way is
 * dropped, then columns change, then what stands on the new columns is added.
 */
final class TableDiffer {
  private final NamingConvention names;

  TableDiffer(NamingConvention names) {
    this.names = names;
  }

  /**
   * The alterations from one table to another of the same name; empty where there is no difference.
   */
  List<TableAlteration> alterations(Table from, Table to) {
    List<TableAlteration> drops = new ArrayList<>();
    List<TableAlteration> renames = new ArrayList<>();
    List<TableAlteration> adds = new ArrayList<>();
    constraints(from, to, drops, renames, adds);
    indexes(from, to, drops, renames, adds);
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

  private void constraints(
      Table from,
      Table to,
      List<TableAlteration> drops,
      List<TableAlteration> renames,
      List<TableAlteration> adds) {
    BiPredicate<Constraint, Constraint> same = ConstraintMatching::same;
    Pairing<Constraint> pairing =
        Pairing.of(
            from.constraints(),
            to.constraints(),
            List.of(same.and((a, b) -> a.name() != null && a.name().equals(b.name())), same));
    for (Pairing.Pair<Constraint> pair : pairing.pairs()) {
      Identifier given = pair.right().name();
      Identifier present = pair.left().name();
      if (given != null && present != null && !given.equals(present)) {
        renames.add(new RenameConstraint(present, given));
      }
    }
    pairing
        .onlyLeft()
        .forEach(constraint -> drops.add(DropConstraint.of(names.named(from.name(), constraint))));
    Set<Identifier> taken = new HashSet<>();
    pairing
        .pairs()
        .forEach(
            pair ->
                add(taken, pair.right().name() == null ? pair.left().name() : pair.right().name()));
    pairing.onlyRight().forEach(constraint -> add(taken, constraint.name()));
    for (Constraint constraint : pairing.onlyRight()) {
      adds.add(
          new AddConstraint(
              constraint.name() != null
                  ? constraint
                  : constraint.withName(
                      names.free(taken, names.named(to.name(), constraint).name()))));
    }
  }

  private void indexes(
      Table from,
      Table to,
      List<TableAlteration> drops,
      List<TableAlteration> renames,
      List<TableAlteration> adds) {
    BiPredicate<Index, Index> same = ConstraintMatching::same;
    Pairing<Index> pairing =
        Pairing.of(
            from.indexes(),
            to.indexes(),
            List.of(same.and((a, b) -> a.name() != null && a.name().equals(b.name())), same));
    for (Pairing.Pair<Index> pair : pairing.pairs()) {
      Identifier given = pair.right().name();
      Identifier present = pair.left().name();
      if (given != null && present != null && !given.equals(present)) {
        renames.add(new RenameIndex(present, given));
      }
    }
    pairing.onlyLeft().forEach(index -> drops.add(DropIndex.of(names.named(from.name(), index))));
    Set<Identifier> taken = new HashSet<>();
    pairing
        .pairs()
        .forEach(
            pair ->
                add(taken, pair.right().name() == null ? pair.left().name() : pair.right().name()));
    pairing.onlyRight().forEach(index -> add(taken, index.name()));
    for (Index index : pairing.onlyRight()) {
      adds.add(
          new AddIndex(
              index.name() != null
                  ? index
                  : index.withName(names.free(taken, names.named(to.name(), index).name()))));
    }
  }

  private static void add(Set<Identifier> taken, @Nullable Identifier name) {
    if (name != null) {
      taken.add(name);
    }
  }
}
