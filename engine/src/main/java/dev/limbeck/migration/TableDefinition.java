package dev.limbeck.migration;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.IndexPart;

/** A table in the making: the body of {@link Operations#createTable}. */
public interface TableDefinition {

  /** A column; nullable where it is not said otherwise. */
  ColumnDefinition column(String name, ColumnType type);

  /** The primary key. */
  void primaryKey(String name, String... columns);

  /** A unique constraint. */
  UniqueDefinition unique(String name, String... columns);

  /** A foreign key on these columns; {@link ForeignKeyDefinition#references} says to what. */
  ForeignKeyDefinition foreignKey(String name, String... columns);

  /** A check in SQL. */
  void check(String name, String sql);

  /** A check. */
  void check(String name, CheckCondition condition);

  /** An index on columns in rising order. */
  IndexDefinition index(String name, String... columns);

  /** An index on columns or expressions. */
  IndexDefinition index(String name, IndexPart first, IndexPart... more);

  /** A unique index on columns in rising order. */
  IndexDefinition uniqueIndex(String name, String... columns);

  /** A unique index on columns or expressions. */
  IndexDefinition uniqueIndex(String name, IndexPart first, IndexPart... more);

  /** The table's comment. */
  void comment(String text);

  /** What stands after the column list in the database's own words, such as {@code STRICT}. */
  void options(String sql);
}
