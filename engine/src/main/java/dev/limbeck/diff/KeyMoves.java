package dev.limbeck.diff;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which foreign keys cannot stay in the block of their table, because what they refer to changes as
 * well.
 *
 * <p>A key goes before everything else where the key that it refers to is dropped or made anew, or
 * where columns on both ends change to a type of another family; it comes after everything else
 * where it refers to a column or a key that only comes with this change.
 */
final class KeyMoves {
  private final DatabaseModel from;
  private final DatabaseModel to;
  private final Map<QualifiedName, Set<Set<Identifier>>> newKeys = new HashMap<>();
  private final Map<QualifiedName, Set<Set<Identifier>>> lostKeys = new HashMap<>();
  private final Map<QualifiedName, Set<Identifier>> newColumns = new HashMap<>();
  private final Map<QualifiedName, Set<Identifier>> retyped = new HashMap<>();

  KeyMoves(
      DatabaseModel from, DatabaseModel to, Map<QualifiedName, List<TableAlteration>> altered) {
    this.from = from;
    this.to = to;
    altered.forEach(
        (table, alterations) -> {
          for (TableAlteration alteration : alterations) {
            note(table, alteration);
          }
        });
    Set<QualifiedName> shaken = new LinkedHashSet<>(retyped.keySet());
    shaken.addAll(lostKeys.keySet());
    shaken.forEach(table -> reconnect(table, altered));
  }

  private void note(QualifiedName table, TableAlteration alteration) {
    if (alteration instanceof AddConstraint add && isKey(add.constraint())) {
      add(newKeys, table, Set.copyOf(add.constraint().columns()));
    } else if (alteration instanceof AddIndex add && add.index().unique()) {
      add(newKeys, table, Set.copyOf(add.index().columns()));
    } else if (alteration instanceof AddColumn add) {
      add(newColumns, table, add.column().name());
    } else if (alteration instanceof DropConstraint drop && isKey(drop.constraint())) {
      add(lostKeys, table, Set.copyOf(drop.constraint().columns()));
    } else if (alteration instanceof DropIndex drop
        && drop.index() != null
        && drop.index().unique()) {
      add(lostKeys, table, Set.copyOf(drop.index().columns()));
    }
    if (alteration instanceof AlterColumn change
        && change.type() != null
        && !sameFamily(change.type())) {
      add(retyped, table, change.name());
    }
  }

  private static boolean isKey(@Nullable Constraint constraint) {
    return constraint instanceof PrimaryKey || constraint instanceof Unique;
  }

  private static <T> void add(Map<QualifiedName, Set<T>> all, QualifiedName table, T one) {
    all.computeIfAbsent(table, name -> new HashSet<>()).add(one);
  }

  /**
   * Drops and adds again the keys that would refer, for a moment, from one type to another, or to a
   * key that is made anew.
   */
  private void reconnect(QualifiedName changed, Map<QualifiedName, List<TableAlteration>> altered) {
    for (Table table : to.tables()) {
      Table before = from.table(table.name());
      for (ForeignKey key : table.foreignKeys()) {
        boolean touched =
            key.target().equals(changed) && (refersTo(key, retyped) || refersToKey(key, lostKeys));
        ForeignKey old = before == null || !touched ? null : sameKey(before, key);
        if (old != null) {
          List<TableAlteration> alterations =
              altered.computeIfAbsent(table.name(), name -> new ArrayList<>());
          removeRename(alterations, old);
          alterations.add(0, DropConstraint.of(old));
          alterations.add(new AddConstraint(key.name() == null ? key.withName(old.name()) : key));
        }
      }
    }
  }

  /** The key gets its new name when it comes back. */
  private static void removeRename(List<TableAlteration> alterations, ForeignKey key) {
    Identifier name = key.name();
    for (TableAlteration alteration : List.copyOf(alterations)) {
      if (alteration instanceof RenameConstraint rename && rename.from().equals(name)) {
        name = rename.to();
        alterations.remove(rename);
      }
    }
  }

  private static @Nullable ForeignKey sameKey(Table table, ForeignKey key) {
    return table.foreignKeys().stream()
        .filter(candidate -> ConstraintMatching.same(candidate, key))
        .findFirst()
        .orElse(null);
  }

  private static boolean sameFamily(Changed<ColumnType> change) {
    return change.from() instanceof ScalarType a
        && change.to() instanceof ScalarType b
        && family(a).equals(family(b));
  }

  private static String family(ScalarType type) {
    return switch (type.kind()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT, NUMERIC, DECIMAL -> "number";
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT -> "text";
      default -> type.kind().name();
    };
  }

  /** True when the key refers to something that only comes with the change of an existing table. */
  boolean hasToWait(ForeignKey key) {
    return from.table(key.target()) != null
        && (refersToKey(key, newKeys) || refersTo(key, newColumns) || refersTo(key, retyped));
  }

  /** True when the key refers to something that is lost with the change of an existing table. */
  boolean hasToGoFirst(ForeignKey key) {
    return refersToKey(key, lostKeys) || refersTo(key, retyped);
  }

  private static boolean refersToKey(
      ForeignKey key, Map<QualifiedName, Set<Set<Identifier>>> keys) {
    return keys.getOrDefault(key.target(), Set.of()).contains(Set.copyOf(key.targetColumns()));
  }

  private static boolean refersTo(ForeignKey key, Map<QualifiedName, Set<Identifier>> columns) {
    return key.targetColumns().stream()
        .anyMatch(columns.getOrDefault(key.target(), Set.of())::contains);
  }

  /** Takes the keys out of a table's block that have to stand before or after all blocks. */
  void separate(
      QualifiedName table,
      List<TableAlteration> alterations,
      Differ.Blocks early,
      Differ.Blocks late) {
    alterations.removeIf(
        alteration -> {
          if (alteration instanceof DropConstraint drop
              && drop.constraint() instanceof ForeignKey key
              && hasToGoFirst(key)) {
            early.add(table, alteration);
            return true;
          }
          if (alteration instanceof AddConstraint add
              && add.constraint() instanceof ForeignKey key
              && hasToWait(key)) {
            late.add(table, alteration);
            return true;
          }
          return false;
        });
  }
}
