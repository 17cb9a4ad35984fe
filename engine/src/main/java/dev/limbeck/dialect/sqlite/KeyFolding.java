package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a primary key into the block of its table that changes the columns, where it goes in a
 * block of drops before that one or comes in a block of additions behind it, since its name passes
 * between tables. To SQLite such a name is free.
 *
 * <p>In between the table would have no key: a table without row ids has to have one, and an
 * identity that is no key is a plain column, and stays one when the key comes. Nothing is moved
 * across an operation that is not looked into (SQL, Java), or across a rename.
 */
final class KeyFolding {
  private final SqliteProjection projection;

  KeyFolding(SqliteProjection projection) {
    this.projection = projection;
  }

  List<Operation> fold(List<Operation> operations) {
    List<Operation> folded = new ArrayList<>();
    Map<QualifiedName, Integer> blocks = new HashMap<>();
    for (Operation operation : operations) {
      Operation own = operation;
      if (operation instanceof AlterTable later) {
        Integer place = blocks.put(projection.name(later.table()), folded.size());
        if (place != null) {
          AlterTable earlier = (AlterTable) folded.get(place);
          TableAlteration gone = dropOfKey(earlier);
          TableAlteration come = gone == null ? additionOfKey(later) : null;
          if (gone != null) {
            folded.set(place, without(earlier, gone));
            own = with(Stream.of(gone), later, Stream.of());
          } else if (come != null) {
            folded.set(place, with(Stream.of(), earlier, Stream.of(come)));
            own = without(later, come);
          }
        }
      } else if (!(operation instanceof CreateTable || operation instanceof DropTable)) {
        blocks.clear();
      }
      folded.add(own);
    }
    folded.removeIf(each -> each instanceof AlterTable alter && alter.alterations().isEmpty());
    return List.copyOf(folded);
  }

  /** The drop of the key in a block of drops. */
  private static @Nullable TableAlteration dropOfKey(AlterTable block) {
    return keyOf(
        block,
        each -> each instanceof DropConstraint || each instanceof DropIndex,
        each -> each instanceof DropConstraint drop && drop.constraint() instanceof PrimaryKey);
  }

  /** The addition of a key in a block of additions. */
  private static @Nullable TableAlteration additionOfKey(AlterTable block) {
    return keyOf(
        block,
        each -> each instanceof AddConstraint || each instanceof AddIndex,
        each -> each instanceof AddConstraint add && add.constraint() instanceof PrimaryKey);
  }

  /** What a block of one kind does to the key; null where it is of several kinds. */
  private static @Nullable TableAlteration keyOf(
      AlterTable block, Predicate<TableAlteration> kind, Predicate<TableAlteration> ofKey) {
    return block.alterations().stream().allMatch(kind)
        ? block.alterations().stream().filter(ofKey).findFirst().orElse(null)
        : null;
  }

  private static AlterTable with(
      Stream<TableAlteration> before, AlterTable block, Stream<TableAlteration> behind) {
    return new AlterTable(
        block.table(),
        Stream.concat(Stream.concat(before, block.alterations().stream()), behind).toList());
  }

  private static AlterTable without(AlterTable block, TableAlteration alteration) {
    return new AlterTable(
        block.table(),
        block.alterations().stream().filter(each -> !each.equals(alteration)).toList());
  }
}
