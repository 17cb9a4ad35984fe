package dev.limbeck.autogenerate;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumColumn;
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
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts renames before the other operations, in one block for each table where that runs. */
final class RenameBlocks {
  private RenameBlocks() {}

  /** The new schemas, which tables may move to; the renames; then what follows them. */
  static List<Operation> joined(List<Operation> renames, List<Operation> following) {
    List<Operation> rest = new ArrayList<>(following);
    List<Operation> first = new ArrayList<>();
    List<Operation> blocks = byTable(renames);
    for (Operation operation : blocks) {
      boolean moved =
          operation instanceof AlterTable rename
              && blocks.stream().noneMatch(other -> other != rename && shareNames(rename, other))
              && moved(rename, rest);
      if (!moved) {
        first.add(operation);
      }
    }
    List<Operation> all = new ArrayList<>(rest);
    all.removeIf(operation -> !(operation instanceof CreateSchema));
    rest.removeAll(all);
    all.addAll(first);
    all.addAll(rest);
    return List.copyOf(all);
  }

  /**
   * The renames with one block for each table, but for parts of several tables that get each
   * other's names: their order has to stay.
   */
  private static List<Operation> byTable(List<Operation> renames) {
    List<Operation> blocks = new ArrayList<>();
    for (Operation operation : renames) {
      if (!(operation instanceof AlterTable alter && added(alter, blocks))) {
        blocks.add(operation);
      }
    }
    return blocks;
  }

  /** Adds to the last block of the table, unless a name passes to or from one behind it. */
  private static boolean added(AlterTable alter, List<Operation> blocks) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i) instanceof AlterTable block && block.table().equals(alter.table())) {
        blocks.set(i, with(block, alter));
        return true;
      }
      if (shareNames(alter, blocks.get(i))) {
        return false;
      }
    }
    return false;
  }

  /**
   * True where a constraint or index of the one gives up or gets a name that one of the other does,
   * or where the other has the new names of its columns.
   */
  private static boolean shareNames(AlterTable one, Operation other) {
    return other instanceof AlterTable block
        ? !Collections.disjoint(partNames(one), partNames(block))
        : hasLabelsIn(other, one.table());
  }

  /** True for labels that get another name in rows of the table, or go from them. */
  private static boolean hasLabelsIn(Operation operation, QualifiedName table) {
    List<EnumColumn> columns =
        operation instanceof RenameEnumLabel rename
            ? rename.columns()
            : operation instanceof AlterEnumType alter && !alter.change().removed().isEmpty()
                ? alter.columns()
                : List.of();
    return columns.stream().anyMatch(column -> column.table().equals(table));
  }

  private static Set<Identifier> partNames(AlterTable block) {
    Set<Identifier> names = new HashSet<>();
    for (TableAlteration alteration : block.alterations()) {
      if (alteration instanceof RenameConstraint rename) {
        names.addAll(List.of(rename.from(), rename.to()));
      } else if (alteration instanceof RenameIndex rename) {
        names.addAll(List.of(rename.from(), rename.to()));
      }
    }
    return names;
  }

  /** Puts the block before the first one of its table, unless something earlier needs it. */
  private static boolean moved(AlterTable rename, List<Operation> rest) {
    for (int i = 0; i < rest.size(); i++) {
      Operation operation = rest.get(i);
      if (operation instanceof AlterTable block && block.table().equals(rename.table())) {
        rest.set(i, with(rename, block));
        return true;
      }
      if (refersTo(operation, rename.table()) || hasLabelsIn(operation, rename.table())) {
        return false;
      }
    }
    return false;
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
