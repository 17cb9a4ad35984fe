package dev.limbeck.diff;

import dev.limbeck.dialect.Projection;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows when a live constraint or index is what a model wants as something of another kind: a
 * unique index where a unique constraint is wanted, or whatever has the name. It stands in the way
 * of what is wanted, so it is no stranger.
 */
record OtherKinds(Projection projection, Table live, List<Table> models) {

  /** True where a model wants something else of this constraint. */
  boolean know(Constraint constraint) {
    return indexes().anyMatch(index -> sameName(constraint.name(), index.name()))
        || constraints()
            .anyMatch(
                wanted ->
                    wanted.getClass() != constraint.getClass()
                        && sameName(constraint.name(), wanted.name()))
        || constraint instanceof Unique
            && indexes().anyMatch(index -> isUnique(index, constraint.columns()))
            && live.indexes().stream().noneMatch(index -> isUnique(index, constraint.columns()));
  }

  /** True where a model wants something else of this index. */
  boolean know(Index index) {
    return constraints().anyMatch(constraint -> sameName(index.name(), constraint.name()))
        || isUnique(index, index.columns())
            && constraints().anyMatch(constraint -> isUnique(constraint, index.columns()))
            && live.constraints().stream()
                .noneMatch(constraint -> isUnique(constraint, index.columns()));
  }

  private Stream<Constraint> constraints() {
    return models.stream()
        .flatMap(
            table ->
                table.constraints().stream()
                    .map(constraint -> projection.constraint(table, constraint))
                    .filter(Objects::nonNull));
  }

  private Stream<Index> indexes() {
    return models.stream()
        .flatMap(
            table ->
                table.indexes().stream()
                    .map(index -> projection.index(table, index))
                    .filter(Objects::nonNull));
  }

  private static boolean sameName(@Nullable Identifier one, @Nullable Identifier other) {
    return one != null && one.equals(other);
  }

  private static boolean isUnique(Constraint constraint, List<Identifier> columns) {
    return constraint instanceof Unique && constraint.columns().equals(columns);
  }

  /** True for a unique index that does nothing that a unique constraint could not do. */
  private static boolean isUnique(Index index, List<Identifier> columns) {
    return index.unique()
        && index.where() == null
        && index.parts().equals(columns.stream().map(IndexPart::of).toList());
  }
}
