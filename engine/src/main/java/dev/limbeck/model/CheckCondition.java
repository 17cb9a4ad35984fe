package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a check demands. Conditions of the shapes that Hibernate makes are typed, so that they
 * compare as values however a database spells them; a list is a set: its order makes no difference.
 */
public sealed interface CheckCondition {

  /** The columns that the condition is known to be on; empty for free SQL. */
  List<Identifier> columns();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** A case for each kind. */
  interface Visitor<R> {
    R oneOf(OneOf condition);

    R oneOfNumbers(OneOfNumbers condition);

    R between(Between condition);

    R atLeast(AtLeast condition);

    R sql(Sql condition);
  }

  /** {@code column in ('A', 'B')}: an enumeration by name, a discriminator. */
  static OneOf oneOf(String column, String... values) {
    return new OneOf(Identifier.parse(column), List.of(values));
  }

  /** {@code column in (1, 2)}: an enumeration by code, a discriminator. */
  static OneOfNumbers oneOf(String column, long... values) {
    return new OneOfNumbers(
        Identifier.parse(column), java.util.Arrays.stream(values).boxed().toList());
  }

  /** {@code column between 0 and 3}: an enumeration by ordinal. */
  static Between between(String column, long least, long most) {
    return new Between(Identifier.parse(column), least, most);
  }

  /** {@code column >= 0}: the position in a list. */
  static AtLeast atLeast(String column, long least) {
    return new AtLeast(Identifier.parse(column), least);
  }

  /** Free SQL. */
  static Sql sql(String expression) {
    return sql(SqlExpression.of(expression));
  }

  /** Free SQL, which may differ by dialect. */
  static Sql sql(SqlExpression expression) {
    return new Sql(expression);
  }

  /**
   * The column is one of these texts.
   *
   * @param column the column
   * @param values the texts; equal whatever their order
   */
  record OneOf(Identifier column, List<String> values) implements CheckCondition {
    public OneOf {
      requireNonNull(column, "column");
      values = ConstraintColumns.required("A check", values);
    }

    @Override
    public List<Identifier> columns() {
      return List.of(column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.oneOf(this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OneOf that
          && column.equals(that.column)
          && java.util.Set.copyOf(values).equals(java.util.Set.copyOf(that.values));
    }

    @Override
    public int hashCode() {
      return column.hashCode() * 31 + java.util.Set.copyOf(values).hashCode();
    }
  }

  /**
   * The column is one of these whole numbers.
   *
   * @param column the column
   * @param values the numbers; equal whatever their order
   */
  record OneOfNumbers(Identifier column, List<Long> values) implements CheckCondition {
    public OneOfNumbers {
      requireNonNull(column, "column");
      values = ConstraintColumns.required("A check", values);
    }

    @Override
    public List<Identifier> columns() {
      return List.of(column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.oneOfNumbers(this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OneOfNumbers that
          && column.equals(that.column)
          && java.util.Set.copyOf(values).equals(java.util.Set.copyOf(that.values));
    }

    @Override
    public int hashCode() {
      return column.hashCode() * 31 + java.util.Set.copyOf(values).hashCode();
    }
  }

  /**
   * The column lies in a range, bounds included.
   *
   * @param column the column
   * @param least the lower bound
   * @param most the upper bound
   */
  record Between(Identifier column, long least, long most) implements CheckCondition {
    public Between {
      requireNonNull(column, "column");
    }

    @Override
    public List<Identifier> columns() {
      return List.of(column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.between(this);
    }
  }

  /**
   * The column is not below a bound.
   *
   * @param column the column
   * @param least the bound
   */
  record AtLeast(Identifier column, long least) implements CheckCondition {
    public AtLeast {
      requireNonNull(column, "column");
    }

    @Override
    public List<Identifier> columns() {
      return List.of(column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.atLeast(this);
    }
  }

  /**
   * A condition in SQL.
   *
   * @param expression the condition
   */
  record Sql(SqlExpression expression) implements CheckCondition {
    public Sql {
      requireNonNull(expression, "expression");
    }

    @Override
    public List<Identifier> columns() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sql(this);
    }
  }
}
