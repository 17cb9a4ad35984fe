package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name its name, or null where nobody gave one
 * @param columns its columns, in order; at least one
 * @param nullsNotDistinct true where two nulls count as equal
 * @param deferral when it is checked
 */
public record Unique(
    @Nullable Identifier name,
    List<Identifier> columns,
    boolean nullsNotDistinct,
    Deferral deferral)
    implements Constraint {
  public Unique {
    columns = ConstraintColumns.required("A unique constraint", columns);
    requireNonNull(deferral, "deferral");
  }

  public static Unique of(@Nullable Identifier name, List<Identifier> columns) {
    return new Unique(name, columns, false, Deferral.NONE);
  }

  @Override
  public Unique withName(@Nullable Identifier value) {
    return new Unique(value, columns, nullsNotDistinct, deferral);
  }

  public Unique withColumns(List<Identifier> value) {
    return new Unique(name, value, nullsNotDistinct, deferral);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.unique(this);
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Unique other
        && Objects.equals(name, other.name)
        && columns.equals(other.columns)
        && nullsNotDistinct == other.nullsNotDistinct
        && deferral == other.deferral;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, columns, nullsNotDistinct, deferral);
  }
}
