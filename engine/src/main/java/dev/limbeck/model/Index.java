package dev.limbeck.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name its name, or null where nobody gave one
 * @param unique true where no two rows may have the same key
 * @param parts what it sorts by, in order; at least one
 * @param method the access method in lower case, or null for the database's usual one ({@code
 *     btree})
 * @param include columns carried along without being part of the key
 * @param where the rows it holds, or null for all
 * @param nullsNotDistinct true where two nulls count as equal in a unique index
 */
public record Index(
    @Nullable Identifier name,
    boolean unique,
    List<IndexPart> parts,
    @Nullable String method,
    List<Identifier> include,
    @Nullable SqlExpression where,
    boolean nullsNotDistinct) {
  public Index {
    parts = ConstraintColumns.required("An index", parts);
    include = List.copyOf(include);
    method = "btree".equalsIgnoreCase(method) ? null : method;
  }

  /** An index on columns in rising order. */
  public static Index of(@Nullable Identifier name, boolean unique, List<Identifier> columns) {
    return new Index(
        name, unique, columns.stream().map(IndexPart::of).toList(), null, List.of(), null, false);
  }

  public Index withName(@Nullable Identifier value) {
    return new Index(value, unique, parts, method, include, where, nullsNotDistinct);
  }

  public Index withParts(List<IndexPart> value) {
    return new Index(name, unique, value, method, include, where, nullsNotDistinct);
  }

  public Index withMethod(@Nullable String value) {
    return new Index(name, unique, parts, value, include, where, nullsNotDistinct);
  }

  public Index withInclude(List<Identifier> value) {
    return new Index(name, unique, parts, method, value, where, nullsNotDistinct);
  }

  public Index withWhere(@Nullable SqlExpression value) {
    return new Index(name, unique, parts, method, include, value, nullsNotDistinct);
  }

  public Index withNullsNotDistinct(boolean value) {
    return new Index(name, unique, parts, method, include, where, value);
  }

  /** The columns among its parts, in order. */
  public List<Identifier> columns() {
    return parts.stream().map(IndexPart::column).filter(Objects::nonNull).toList();
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Index other
        && Objects.equals(name, other.name)
        && unique == other.unique
        && parts.equals(other.parts)
        && Objects.equals(method, other.method)
        && include.equals(other.include)
        && Objects.equals(where, other.where)
        && nullsNotDistinct == other.nullsNotDistinct;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, unique, parts, method, include, where, nullsNotDistinct);
  }
}
