package dev.limbeck.dialect;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Which rows refuse a change, as conditions in SQL: so that they can be counted before it is made.
 */
public interface RowRules {

  /**
   * The condition under which a value that is not null does not become one of another type, or is
   * longer or greater than it allows; null where all values do, or where only the database itself
   * can tell.
   *
   * @param value the value, as SQL
   * @param majorVersion the database's
   */
  @Nullable String refused(String value, ColumnType from, ColumnType to, int majorVersion);

  /**
   * The condition under which a value that the other type takes loses something by it, such as
   * digits; null where none does.
   *
   * @param value the value, as SQL
   */
  @Nullable String shortened(String value, ColumnType from, ColumnType to);

  /**
   * A value as one of another type, as this database converts it where nobody says how.
   *
   * @param value the value, as SQL
   */
  String converted(String value, ColumnType from, ColumnType to);

  /** An expression as this database has it. */
  String expression(SqlExpression expression);

  /** A check's condition as this database has it. */
  String condition(CheckCondition condition);
}
