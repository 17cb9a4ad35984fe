package dev.limbeck.dialect;

import dev.limbeck.model.ColumnType;

/** How a dialect spells types, after Hibernate's dialect for the same database. */
public interface TypeSystem {

  /** The type in SQL. */
  String render(ColumnType type);

  /**
   * The type that an SQL spelling means: whatever {@link #render} writes and whatever the catalog
   * shows. A spelling that no neutral type stands for is a {@link dev.limbeck.model.NativeType}.
   */
  ColumnType parse(String sql);

  /** The form in which two types are equal when this dialect makes no difference between them. */
  default ColumnType canonical(ColumnType type) {
    return parse(render(type));
  }

  /**
   * True where every value of the first type is a value of the second, and a column changes without
   * {@code USING}.
   */
  boolean isSafeCast(ColumnType from, ColumnType to);
}
