package dev.limbeck.autogenerate;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts renames before the other operations, in one block for each table where that runs. */
final class RenameBlocks {
  private RenameBlocks() {}

  /** The new schemas, which tables may move to; the renames; then what follows them. */
  static List<Operation> joined(List<Operation> renames, List<Operation> following) {
    List<Operation> rest = new ArrayList<>(following);
    List<Operation> first = new ArrayList<>();
    for (Operation operation : byTable(renames)) {
      if (!(operation instanceof AlterTable rename && moved(rename, rest))) {
        first.add(operation);
      }
    }
    rest.replaceAll(RenameBlocks::withoutDetours);
    rest.removeIf(each -> each instanceof AlterTable block && block.alterations().isEmpty());
    List<Operation> all = new ArrayList<>(rest);
    all.removeIf(operation -> !(operation instanceof CreateSchema));
    rest.removeAll(all);
    all.addAll(first);
    all.addAll(rest);
    return List.copyOf(all);
  }

  /** The renames with one block for each table. */
  private static List<Operation> byTable(List<Operation> renames) {
    List<Operation> blocks = new ArrayList<>();
    for (Operation operation : renames) {
      boolean added = false;
      for (int i = 0; i < blocks.size() && !added; i++) {
        added =
            operation instanceof AlterTable alter
                && blocks.get(i) instanceof AlterTable block
                && block.table().equals(alter.table());
        if (added) {
          blocks.set(i, with((AlterTable) blocks.get(i), (AlterTable) operation));
        }
      }
      if (!added) {
        blocks.add(operation);
      }
    }
    return blocks;
  }

  /** Puts the block before the first one of its table, unless something earlier needs it. */
  private static boolean moved(AlterTable rename, List<Operation> rest) {
    for (int i = 0; i < rest.size(); i++) {
      Operation operation = rest.get(i);
      if (operation instanceof AlterTable block && block.table().equals(rename.table())) {
        rest.set(i, with(rename, block));
        return true;
      }
      if (refersTo(operation, rename.table())) {
        return false;
      }
    }
    return false;
  }

  /**
   * Without the names that followed a rename where the mapping gave the old one: the comparison
   * gives it back.
   */
  private static Operation withoutDetours(Operation operation) {
    if (!(operation instanceof AlterTable block)) {
      return operation;
    }
    Ways constraints = new Ways();
    Ways indexes = new Ways();
    for (TableAlteration alteration : block.alterations()) {
      if (alteration instanceof RenameConstraint rename) {
        constraints.add(rename.from(), rename.to(), rename);
      } else if (alteration instanceof RenameIndex rename) {
        indexes.add(rename.from(), rename.to(), rename);
      }
    }
    List<TableAlteration> kept = new ArrayList<>(block.alterations());
    kept.removeAll(constraints.thereAndBack());
    kept.removeAll(indexes.thereAndBack());
    return new AlterTable(block.table(), kept);
  }

  /** The renames of each part that gets other names, by the name that it has at last. */
  private static final class Ways {
    private final Map<Identifier, Way> byEnd = new HashMap<>();

    private record Way(Identifier start, List<TableAlteration> renames) {}

    void add(Identifier from, Identifier to, TableAlteration rename) {
      Way way = byEnd.remove(from);
      Way longer = way == null ? new Way(from, new ArrayList<>()) : way;
      longer.renames().add(rename);
      byEnd.put(to, longer);
    }

    /** The renames that end where they began. */
    List<TableAlteration> thereAndBack() {
      return byEnd.entrySet().stream()
          .filter(way -> way.getKey().equals(way.getValue().start()))
          .flatMap(way -> way.getValue().renames().stream())
          .toList();
    }
  }

  private static AlterTable with(AlterTable first, AlterTable second) {
    List<TableAlteration> alterations = new ArrayList<>(first.alterations());
    alterations.addAll(second.alterations());
    return new AlterTable(first.table(), alterations);
  }

  /** True for what says a foreign key to the table, which has the new names of its columns. */
  private static boolean refersTo(Operation operation, QualifiedName table) {
    if (operation instanceof CreateTable create) {
      return hasKeyTo(create.table(), table);
    }
    if (operation instanceof DropTable drop) {
      return drop.table() != null && hasKeyTo(drop.table(), table);
    }
    return operation instanceof AlterTable alter
        && alter.alterations().stream()
            .anyMatch(
                each ->
                    each instanceof AddConstraint add && isKeyTo(add.constraint(), table)
                        || each instanceof DropConstraint drop
                            && isKeyTo(drop.constraint(), table));
  }

  private static boolean hasKeyTo(Table referring, QualifiedName table) {
    return referring.constraints().stream().anyMatch(each -> isKeyTo(each, table));
  }

  private static boolean isKeyTo(@Nullable Constraint constraint, QualifiedName table) {
    return constraint instanceof ForeignKey key && key.target().equals(table);
  }
}
