package dev.limbeck.model;

import dev.limbeck.LimbeckException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an index sorts by at one of its places: a column or an expression.
 *
 * @param column the column, or null for an expression
 * @param expression the expression, or null for a column
 * @param descending true for falling order
 * @param nulls where nulls stand, or null for the database's rule (last in rising order, first in
 *     falling order)
 * @param collation the collation in the database's own spelling, or null for the column's
 * @param operatorClass the operator class in the database's own spelling, or null for the type's
 */
public record IndexPart(
    @Nullable Identifier column,
    @Nullable SqlExpression expression,
    boolean descending,
    @Nullable Nulls nulls,
    @Nullable String collation,
    @Nullable String operatorClass) {

  /** Where nulls stand in the order. */
  public enum Nulls {
    FIRST,
    LAST
  }

  public IndexPart {
    if ((column == null) == (expression == null)) {
      throw new LimbeckException(
          "LMB-213", "A part of an index is either a column or an expression.");
    }
    if (nulls == (descending ? Nulls.FIRST : Nulls.LAST)) {
      nulls = null;
    }
  }

  public static IndexPart of(Identifier column) {
    return new IndexPart(column, null, false, null, null, null);
  }

  /** A column, as revisions write it. */
  public static IndexPart column(String column) {
    return of(Identifier.parse(column));
  }

  /** An expression, as revisions write it. */
  public static IndexPart expression(String sql) {
    return expression(SqlExpression.of(sql));
  }

  /** An expression, which may differ by dialect. */
  public static IndexPart expression(SqlExpression expression) {
    return new IndexPart(null, expression, false, null, null, null);
  }

  /** This part in falling order. */
  public IndexPart desc() {
    return new IndexPart(column, expression, true, nulls, collation, operatorClass);
  }

  public IndexPart nullsFirst() {
    return new IndexPart(column, expression, descending, Nulls.FIRST, collation, operatorClass);
  }

  public IndexPart nullsLast() {
    return new IndexPart(column, expression, descending, Nulls.LAST, collation, operatorClass);
  }

  public IndexPart collate(String name) {
    return new IndexPart(column, expression, descending, nulls, name, operatorClass);
  }

  public IndexPart using(String newOperatorClass) {
    return new IndexPart(column, expression, descending, nulls, collation, newOperatorClass);
  }

  /** This part on another column, everything else as it is. */
  public IndexPart onColumn(Identifier newColumn) {
    return new IndexPart(newColumn, null, descending, nulls, collation, operatorClass);
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof IndexPart other
        && Objects.equals(column, other.column)
        && Objects.equals(expression, other.expression)
        && descending == other.descending
        && nulls == other.nulls
        && Objects.equals(collation, other.collation)
        && Objects.equals(operatorClass, other.operatorClass);
  }

  @Override
  public int hashCode() {
    return Objects.hash(column, expression, descending, nulls, collation, operatorClass);
  }
}
