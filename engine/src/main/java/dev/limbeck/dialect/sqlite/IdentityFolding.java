package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings an identity and its key together where the key only comes with a later block of the table.
 *
 * <p>To SQLite a column is an identity as the key, and no other way: without its key it would
 * become a plain column, and stay one when the key comes. Nothing is moved across an operation that
 * is not looked into (SQL, Java), or across a rename.
 */
final class IdentityFolding {
  private final SqliteProjection projection;

  IdentityFolding(SqliteProjection projection) {
    this.projection = projection;
  }

  List<Operation> fold(List<Operation> operations) {
    List<Operation> folded = new ArrayList<>();
    Map<QualifiedName, Integer> blocks = new HashMap<>();
    for (Operation operation : operations) {
      Operation own = operation;
      if (operation instanceof AlterTable alter) {
        QualifiedName name = projection.name(alter.table());
        Integer earlier = blocks.put(name, folded.size());
        AddConstraint key =
            earlier == null ? null : identityKey((AlterTable) folded.get(earlier), alter);
        if (key != null) {
          folded.set(earlier, with((AlterTable) folded.get(earlier), key));
          own = without(alter, key);
        }
      } else if (!(operation instanceof CreateTable || operation instanceof DropTable)) {
        blocks.clear();
      }
      folded.add(own);
    }
    return List.copyOf(folded);
  }

  /** The key that comes later, where the identity comes earlier and only additions are between. */
  private @Nullable AddConstraint identityKey(AlterTable earlier, AlterTable later) {
    for (TableAlteration alteration : later.alterations()) {
      if (!(alteration instanceof AddConstraint || alteration instanceof AddIndex)) {
        return null;
      }
      if (alteration instanceof AddConstraint add
          && add.constraint() instanceof PrimaryKey key
          && key.columns().size() == 1
          && earlier.alterations().stream()
              .anyMatch(each -> makesIdentity(each, key.columns().get(0)))) {
        return add;
      }
    }
    return null;
  }

  private boolean makesIdentity(TableAlteration alteration, Identifier column) {
    if (alteration instanceof AddColumn add) {
      return isSame(add.column().name(), column)
          && add.column().generation() instanceof Generation.Identity;
    }
    return alteration instanceof AlterColumn change
        && isSame(change.name(), column)
        && change.generation() != null
        && change.generation().to() instanceof Generation.Identity;
  }

  private boolean isSame(Identifier one, Identifier other) {
    return projection.name(one).equals(projection.name(other));
  }

  private static AlterTable with(AlterTable block, TableAlteration alteration) {
    List<TableAlteration> alterations = new ArrayList<>(block.alterations());
    alterations.add(alteration);
    return new AlterTable(block.table(), alterations);
  }

  private static AlterTable without(AlterTable block, TableAlteration alteration) {
    return new AlterTable(
        block.table(),
        block.alterations().stream().filter(each -> !each.equals(alteration)).toList());
  }
}
