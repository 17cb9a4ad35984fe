package dev.limbeck.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of a table.
 *
 * @param name its name, or null where nobody gave one
 * @param columns its columns, in order; at least one
 */
public record PrimaryKey(@Nullable Identifier name, List<Identifier> columns)
    implements Constraint {
  public PrimaryKey {
    columns = ConstraintColumns.required("A primary key", columns);
  }

  @Override
  public PrimaryKey withName(@Nullable Identifier value) {
    return new PrimaryKey(value, columns);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.primaryKey(this);
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PrimaryKey other
        && Objects.equals(name, other.name)
        && columns.equals(other.columns);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(name) + columns.hashCode();
  }
}
