package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a database itself makes the value of a column. */
public sealed interface Generation {

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** A case for each kind. */
  interface Visitor<R> {
    R identity(Identity identity);

    R computed(Computed computed);
  }

  /** A key that counts up, one by one, where an insert gives no value. */
  static Identity identity() {
    return new Identity(false, 1, 1);
  }

  /** A key that counts from a start by a step. */
  static Identity identity(boolean always, long start, long increment) {
    return new Identity(always, start, increment);
  }

  /** A value that follows from other columns of the row. */
  static Computed computed(SqlExpression expression, boolean stored) {
    return new Computed(expression, stored);
  }

  /**
   * A key that counts.
   *
   * @param always true where an insert must not give a value
   * @param start the first value
   * @param increment the step
   */
  record Identity(boolean always, long start, long increment) implements Generation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identity(this);
    }

    /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Identity other
          && always == other.always
          && start == other.start
          && increment == other.increment;
    }

    @Override
    public int hashCode() {
      return Objects.hash(always, start, increment);
    }
  }

  /**
   * A value that follows from other columns of the row.
   *
   * @param expression the formula
   * @param stored true where it is computed at writing, false where at reading; makes no difference
   *     between two generations, since mappings do not say it and Hibernate's choice depends on the
   *     version of the server
   */
  record Computed(SqlExpression expression, boolean stored) implements Generation {
    public Computed {
      requireNonNull(expression, "expression");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Computed that && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
      return expression.hashCode();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.computed(this);
    }
  }
}
