package dev.limbeck.operation;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constraint or index of a table that a drop means: the one of the same name and
 * structure, else the one of the same structure, since names differ between databases, else the one
 * of the name where no structure is known, or where it is SQL, which databases spell as they like.
 */
public final class TableObjects {
  private TableObjects() {}

  /** The constraint that is meant, or null. */
  public static @Nullable Constraint find(Table table, DropConstraint drop) {
    Constraint wanted = drop.constraint();
    Constraint found = null;
    Constraint spelled = null;
    for (Constraint constraint : table.constraints()) {
      boolean sameName = drop.name() != null && drop.name().equals(constraint.name());
      boolean same = wanted != null && sameStructure(wanted, constraint);
      if (sameName && (same || wanted == null)) {
        return constraint;
      }
      if (same && found == null) {
        found = constraint;
      }
      if (sameName && isSql(wanted) && isSql(constraint)) {
        spelled = constraint;
      }
    }
    return found == null ? spelled : found;
  }

  /**
   * The check that is meant, or null: the one of the same name and structure, else of the same
   * structure, else of the same name, else the only one of this kind on the same column, which
   * another branch changed.
   */
  public static @Nullable Check find(Table table, AlterCheck alter) {
    Constraint same =
        find(table, new DropConstraint(alter.name(), new Check(alter.name(), alter.from())));
    if (same instanceof Check check) {
      return check;
    }
    List<Check> checks =
        table.constraints().stream()
            .filter(Check.class::isInstance)
            .map(Check.class::cast)
            .toList();
    List<Check> named =
        checks.stream()
            .filter(check -> alter.name() != null && alter.name().equals(check.name()))
            .toList();
    List<Check> onColumn =
        checks.stream()
            .filter(check -> check.condition().getClass() == alter.from().getClass())
            .filter(check -> !check.columns().isEmpty())
            .filter(check -> check.columns().equals(alter.from().columns()))
            .toList();
    if (!named.isEmpty()) {
      return named.get(0);
    }
    return onColumn.size() == 1 ? onColumn.get(0) : null;
  }

  /** The index that is meant, or null. */
  public static @Nullable Index find(Table table, DropIndex drop) {
    Index wanted = drop.index();
    Index found = null;
    Index spelled = null;
    for (Index index : table.indexes()) {
      boolean sameName = drop.name() != null && drop.name().equals(index.name());
      boolean same = wanted != null && sameStructure(wanted, index);
      if (sameName && (same || wanted == null)) {
        return index;
      }
      if (same && found == null) {
        found = index;
      }
      if (sameName && wanted != null && isSql(wanted) && isSql(index)) {
        spelled = index;
      }
    }
    return found == null ? spelled : found;
  }

  /** True where the expression speaks of the column. */
  public static boolean speaksOf(SqlExpression expression, Identifier column) {
    return ColumnReferences.mentions(expression, column);
  }

  /** True where the constraint is SQL that speaks of the column. */
  public static boolean isSqlOn(Constraint constraint, Identifier column) {
    return isSql(constraint) && ColumnReferences.mentions(constraint, column);
  }

  /** True where the index holds SQL that speaks of the column. */
  public static boolean isSqlOn(Index index, Identifier column) {
    return isSql(index)
        && ColumnReferences.mentions(
            index.withParts(
                index.parts().stream()
                    .map(part -> part.column() == null ? part : IndexPart.expression("1"))
                    .toList()),
            column);
  }

  private static boolean isSql(@Nullable Constraint constraint) {
    return constraint instanceof Check check && check.condition() instanceof CheckCondition.Sql;
  }

  private static boolean isSql(Index index) {
    return index.where() != null
        || index.parts().stream().anyMatch(part -> part.expression() != null);
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
