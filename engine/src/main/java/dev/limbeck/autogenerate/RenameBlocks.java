package dev.limbeck.autogenerate;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.List;

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
    List<TableAlteration> kept = new ArrayList<>();
    for (TableAlteration alteration : block.alterations()) {
      boolean back =
          alteration instanceof RenameConstraint second
                  && kept.remove(new RenameConstraint(second.to(), second.from()))
              || alteration instanceof RenameIndex third
                  && kept.remove(new RenameIndex(third.to(), third.from()));
      if (!back) {
        kept.add(alteration);
      }
    }
    return new AlterTable(block.table(), kept);
  }

  private static AlterTable with(AlterTable first, AlterTable second) {
    List<TableAlteration> alterations = new ArrayList<>(first.alterations());
    alterations.addAll(second.alterations());
    return new AlterTable(first.table(), alterations);
  }

  private static boolean refersTo(Operation operation, QualifiedName table) {
    if (operation instanceof CreateTable create) {
      return create.table().constraints().stream().anyMatch(each -> isKeyTo(each, table));
    }
    return operation instanceof AlterTable alter
        && alter.alterations().stream()
            .anyMatch(
                each -> each instanceof AddConstraint add && isKeyTo(add.constraint(), table));
  }

  private static boolean isKeyTo(Constraint constraint, QualifiedName table) {
    return constraint instanceof ForeignKey key && key.target().equals(table);
  }
}
