package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableEvolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spares rebuilds of tables that hold no rows yet, or soon no more.
 *
 * <p>Alterations of a table that the same operations create go into its creation: a foreign key may
 * refer to a table that is created later. Constraints are not dropped from a table that is dropped
 * afterwards. Nothing is moved across an operation that is not looked into (SQL, Java), or across a
 * rename.
 */
final class CreationFolding {
  private final SqliteProjection projection;

  CreationFolding(SqliteProjection projection) {
    this.projection = projection;
  }

  List<Operation> fold(List<Operation> operations) {
    return intoCreations(withoutNeedlessDrops(operations));
  }

  private List<Operation> intoCreations(List<Operation> operations) {
    List<Operation> folded = new ArrayList<>();
    Map<QualifiedName, Integer> creations = new HashMap<>();
    boolean indexesMayMove = true;
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create) {
        creations.put(projection.name(create.table().name()), folded.size());
      } else if (operation instanceof AlterTable alter) {
        Integer creation = creations.get(projection.name(alter.table()));
        if (creation != null && canMove(alter, indexesMayMove)) {
          folded.set(creation, altered((CreateTable) folded.get(creation), alter));
          continue;
        }
        indexesMayMove &= alter.alterations().stream().allMatch(CreationFolding::keepsNames);
        // What follows may build on this: it stays behind it.
        creations.remove(projection.name(alter.table()));
        if (alter.alterations().stream().anyMatch(RenameColumn.class::isInstance)) {
          creations.clear();
        }
      } else if (operation instanceof DropTable drop) {
        creations.remove(projection.name(drop.name()));
        indexesMayMove = false;
      } else {
        creations.clear();
      }
      folded.add(operation);
    }
    return List.copyOf(folded);
  }

  /** A moved index must not meet an index of its name that is dropped only later. */
  private static boolean canMove(AlterTable alter, boolean indexesMayMove) {
    return alter.alterations().stream()
        .noneMatch(
            alteration ->
                alteration instanceof RenameColumn
                    || alteration instanceof AddIndex && !indexesMayMove);
  }

  private static boolean keepsNames(TableAlteration alteration) {
    return !(alteration instanceof TableAlteration.DropIndex
        || alteration instanceof TableAlteration.RenameIndex
        || alteration instanceof TableAlteration.DropColumn);
  }

  private static CreateTable altered(CreateTable create, AlterTable alter) {
    Table table = create.table();
    TableEvolver evolver = new TableEvolver(table);
    alter.alterations().forEach(evolver::apply);
    return new CreateTable(evolver.table());
  }

  private List<Operation> withoutNeedlessDrops(List<Operation> operations) {
    List<Operation> kept = new ArrayList<>();
    Set<QualifiedName> dropped = new HashSet<>();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      if (operation instanceof DropTable drop) {
        dropped.add(projection.name(drop.name()));
      } else if (operation instanceof AlterTable alter) {
        boolean needless =
            dropped.contains(projection.name(alter.table()))
                && alter.alterations().stream().allMatch(DropConstraint.class::isInstance);
        if (needless) {
          continue;
        }
      } else if (operation instanceof CreateTable create) {
        dropped.remove(projection.name(create.table().name()));
      } else {
        dropped.clear();
      }
      kept.add(0, operation);
    }
    return kept;
  }
}
