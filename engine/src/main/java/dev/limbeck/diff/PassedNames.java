package dev.limbeck.diff;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that pass from a part of one table to a part of another: the one has to give it up before
 * the other comes, since names of indexes are unique in a schema, and in a database of SQLite.
 * Where two parts exchange their names, others stand in for a moment.
 *
 * @param takers by name, the tables that get a part of it
 * @param givers by name, the tables that have a part which gives it up
 */
record PassedNames(
    Map<Identifier, Set<QualifiedName>> takers, Map<Identifier, Set<QualifiedName>> givers) {

  static PassedNames of(List<Table> created, Map<QualifiedName, List<TableAlteration>> altered) {
    Map<Identifier, Set<QualifiedName>> takers = new HashMap<>();
    for (Table table : created) {
      table.constraints().stream()
          .map(Constraint::name)
          .forEach(name -> add(takers, name, table.name()));
      table.indexes().stream().map(Index::name).forEach(name -> add(takers, name, table.name()));
    }
    altered.forEach(
        (table, alterations) ->
            alterations.forEach(each -> add(takers, AddedName.of(each), table)));
    Map<Identifier, Set<QualifiedName>> givers = new HashMap<>();
    altered.forEach(
        (table, alterations) -> alterations.forEach(each -> add(givers, givenUp(each), table)));
    return new PassedNames(takers, givers);
  }

  private static void add(
      Map<Identifier, Set<QualifiedName>> takers, @Nullable Identifier name, QualifiedName table) {
    if (name != null) {
      takers.computeIfAbsent(name, any -> new HashSet<>()).add(table);
    }
  }

  /** Lets such parts go, or have another name, in the blocks that come first. */
  void giveUp(Map<QualifiedName, List<TableAlteration>> altered, Differ.Blocks early) {
    altered.forEach(
        (table, alterations) -> {
          List<TableAlteration> all = List.copyOf(alterations);
          alterations.clear();
          for (TableAlteration each : all) {
            if (!isElsewhere(takers, givenUp(each), table)) {
              alterations.add(each);
            } else if (isElsewhere(givers, AddedName.of(each), table)) {
              early.add(table, renamed(each, true));
              alterations.add(renamed(each, false));
            } else {
              early.add(table, each);
            }
          }
        });
  }

  /** The first or the second half of a rename, with a name that stands in between. */
  private static TableAlteration renamed(TableAlteration alteration, boolean first) {
    if (alteration instanceof RenameConstraint rename) {
      Identifier between = Renames.standIn(rename.from());
      return first
          ? new RenameConstraint(rename.from(), between)
          : new RenameConstraint(between, rename.to());
    }
    RenameIndex rename = (RenameIndex) alteration;
    Identifier between = Renames.standIn(rename.from());
    return first ? new RenameIndex(rename.from(), between) : new RenameIndex(between, rename.to());
  }

  private static boolean isElsewhere(
      Map<Identifier, Set<QualifiedName>> tables, @Nullable Identifier name, QualifiedName table) {
    return name != null
        && tables.getOrDefault(name, Set.of()).stream().anyMatch(other -> !other.equals(table));
  }

  private static @Nullable Identifier givenUp(TableAlteration alteration) {
    if (alteration instanceof DropIndex drop) {
      return drop.name();
    }
    if (alteration instanceof RenameConstraint rename) {
      return rename.from();
    }
    if (alteration instanceof RenameIndex rename) {
      return rename.from();
    }
    return alteration instanceof DropConstraint drop ? drop.name() : null;
  }
}
