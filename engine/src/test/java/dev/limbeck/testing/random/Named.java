package dev.limbeck.testing.random;

import static java.util.Comparator.comparing;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Gives what a model leaves without a name the name that another one has for the same. */
public final class Named {
  private Named() {}

  /** The model with the names of the other, and with its order of the columns of primary keys. */
  public static DatabaseModel after(DatabaseModel model, DatabaseModel other) {
    return after(model, other, (table, index) -> index);
  }

  /**
   * The same, where a database does not show all of an index.
   *
   * @param shown what it shows of an index of a table
   */
  public static DatabaseModel after(
      DatabaseModel model, DatabaseModel other, BiFunction<Table, Index, @Nullable Index> shown) {
    return model.withTables(
        model.tables().stream()
            .map(
                table -> {
                  Table same = other.table(table.name());
                  return same == null ? table : after(table, same, shown);
                })
            .toList());
  }

  private static Table after(
      Table table, Table other, BiFunction<Table, Index, @Nullable Index> shown) {
    List<Constraint> constraints = new ArrayList<>(other.constraints());
    table.constraints().forEach(each -> constraints.removeIf(known -> each.equals(known)));
    List<Index> indexes = new ArrayList<>(other.indexes());
    table.indexes().forEach(each -> indexes.removeIf(known -> each.equals(known)));
    return table
        .withConstraints(
            table.constraints().stream().map(each -> named(each, constraints)).toList())
        .withIndexes(
            table.indexes().stream().map(each -> named(table, each, indexes, shown)).toList());
  }

  private static Constraint named(Constraint constraint, List<Constraint> candidates) {
    for (Constraint candidate : candidates) {
      if (constraint.name() == null && isSame(constraint.withName(null), candidate.withName(null))
          || constraint.name() != null
              && constraint.name().equals(candidate.name())
              && isSame(constraint, candidate)) {
        candidates.remove(candidate);
        return candidate;
      }
    }
    return constraint;
  }

  private static boolean isSame(Constraint one, Constraint other) {
    return one instanceof PrimaryKey && other instanceof PrimaryKey
        ? List.copyOf(one.columns()).stream()
            .sorted()
            .toList()
            .equals(other.columns().stream().sorted().toList())
        : one.equals(other);
  }

  private static Index named(
      Table table,
      Index index,
      List<Index> candidates,
      BiFunction<Table, Index, @Nullable Index> shown) {
    for (Index candidate : candidates) {
      if (index.name() == null
          && Objects.equals(
              shown.apply(table, index), shown.apply(table, candidate.withName(null)))) {
        candidates.remove(candidate);
        return index.withName(candidate.name());
      }
    }
    return index;
  }

  /** The model with columns, constraints and indexes in an order that no fact depends on. */
  public static DatabaseModel sorted(DatabaseModel model) {
    return model.withTables(model.tables().stream().map(Named::sorted).toList());
  }

  private static Table sorted(Table table) {
    return table
        .withColumns(table.columns().stream().sorted(comparing(Column::name)).toList())
        .withConstraints(
            table.constraints().stream()
                .sorted(
                    comparing((Constraint each) -> Objects.toString(each.name()))
                        .thenComparing(Object::toString))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .sorted(
                    comparing((Index each) -> Objects.toString(each.name()))
                        .thenComparing(Object::toString))
                .toList());
  }
}
