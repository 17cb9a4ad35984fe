package dev.limbeck.operation;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.Index;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constraint or index of a table that a drop means: the one of the same name and
 * structure, else the one of the same structure, since names differ between databases, else the one
 * of the name where no structure is known.
 */
public final class TableObjects {
  private TableObjects() {}

  /** The constraint that is meant, or null. */
  public static @Nullable Constraint find(Table table, DropConstraint drop) {
    Constraint wanted = drop.constraint();
    Constraint found = null;
    for (Constraint constraint : table.constraints()) {
      boolean sameName = drop.name() != null && drop.name().equals(constraint.name());
      boolean same = wanted != null && sameStructure(wanted, constraint);
      if (sameName && (same || wanted == null)) {
        return constraint;
      }
      if (same && found == null) {
        found = constraint;
      }
    }
    return found;
  }

  /** The index that is meant, or null. */
  public static @Nullable Index find(Table table, DropIndex drop) {
    Index wanted = drop.index();
    Index found = null;
    for (Index index : table.indexes()) {
      boolean sameName = drop.name() != null && drop.name().equals(index.name());
      boolean same = wanted != null && sameStructure(wanted, index);
      if (sameName && (same || wanted == null)) {
        return index;
      }
      if (same && found == null) {
        found = index;
      }
    }
    return found;
  }

  /** True when the two are equal but for their names. */
  public static boolean sameStructure(Constraint a, Constraint b) {
    return a.withName(null).equals(b.withName(null));
  }

  /** True when the two are equal but for their names. */
  public static boolean sameStructure(Index a, Index b) {
    return a.withName(null).equals(b.withName(null));
  }
}
