package dev.limbeck.diff;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that pass from a part of one table to a part of another: the one has to go before the other
 * comes, since names of indexes are unique in a schema, and in a database of SQLite.
 *
 * @param takers by name, the tables that get a part of it
 */
record PassedNames(Map<Identifier, Set<QualifiedName>> takers) {

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
    return new PassedNames(takers);
  }

  private static void add(
      Map<Identifier, Set<QualifiedName>> takers, @Nullable Identifier name, QualifiedName table) {
    if (name != null) {
      takers.computeIfAbsent(name, any -> new HashSet<>()).add(table);
    }
  }

  /** Moves the drops of such parts into the blocks that come first. */
  void giveUp(Map<QualifiedName, List<TableAlteration>> altered, Differ.Blocks early) {
    altered.forEach(
        (table, alterations) ->
            alterations.removeIf(
                each -> {
                  boolean passed = isTakenElsewhere(givenUp(each), table);
                  if (passed) {
                    early.add(table, each);
                  }
                  return passed;
                }));
  }

  private boolean isTakenElsewhere(@Nullable Identifier name, QualifiedName table) {
    return name != null
        && takers.getOrDefault(name, Set.of()).stream().anyMatch(taker -> !taker.equals(table));
  }

  private static @Nullable Identifier givenUp(TableAlteration alteration) {
    if (alteration instanceof DropIndex drop) {
      return drop.name();
    }
    return alteration instanceof DropConstraint drop ? drop.name() : null;
  }
}
