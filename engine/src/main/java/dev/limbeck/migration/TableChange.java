package dev.limbeck.migration;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.IndexPart;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one table: the body of {@link Operations#alterTable}.
 *
 * <p>The drops of constraints and indexes take the same words as what they drop: that which has
 * this structure is dropped, whatever a database calls it. The forms that take a name only need
 * that very name.
 */
public interface TableChange {

  /** Adds a column; nullable where it is not said otherwise. */
  ColumnDefinition addColumn(String name, ColumnType type);

  /** Drops a column, with the constraints and indexes on it. */
  void dropColumn(String name);

  /** Renames a column. */
  void renameColumn(String from, String to);

  /** Changes the facts of a column. */
  ColumnChange alterColumn(String name);

  /** Adds a primary key. */
  void addPrimaryKey(String name, String... columns);

  /** Adds a unique constraint. */
  UniqueDefinition addUnique(String name, String... columns);

  /** Adds a foreign key on these columns; {@link ForeignKeyDefinition#references} says to what. */
  ForeignKeyDefinition addForeignKey(String name, String... columns);

  /** Adds a check in SQL. */
  void addCheck(String name, String sql);

  /** Adds a check. */
  void addCheck(String name, CheckCondition condition);

  /** Adds an index on columns in rising order. */
  IndexDefinition addIndex(String name, String... columns);

  /** Adds an index on columns or expressions. */
  IndexDefinition addIndex(String name, IndexPart first, IndexPart... more);

  /** Adds a unique index on columns in rising order. */
  IndexDefinition addUniqueIndex(String name, String... columns);

  /** Adds a unique index on columns or expressions. */
  IndexDefinition addUniqueIndex(String name, IndexPart first, IndexPart... more);

  /** Drops the primary key. */
  void dropPrimaryKey(String name, String... columns);

  /** Drops a unique constraint. */
  UniqueDefinition dropUnique(String name, String... columns);

  /** Drops a foreign key. */
  ForeignKeyDefinition dropForeignKey(String name, String... columns);

  /** Drops a check in SQL. */
  void dropCheck(String name, String sql);

  /** Drops a check. */
  void dropCheck(String name, CheckCondition condition);

  /**
   * Changes what a check demands.
   *
   * @param from what it demands before: the check of this structure is meant, whatever a database
   *     calls it, else the one of this name
   */
  CheckChange alterCheck(String name, CheckCondition from, CheckCondition to);

  /** Changes what a check in SQL demands. */
  CheckChange alterCheck(String name, String from, String to);

  /** Drops the constraint of this very name. */
  void dropConstraint(String name);

  /** Drops the index of this very name. */
  void dropIndex(String name);

  /** Drops an index on columns in rising order. */
  IndexDefinition dropIndex(String name, String column, String... more);

  /** Drops an index on columns or expressions. */
  IndexDefinition dropIndex(String name, IndexPart first, IndexPart... more);

  /** Drops a unique index. */
  IndexDefinition dropUniqueIndex(String name, String column, String... more);

  /** Drops a unique index on columns or expressions. */
  IndexDefinition dropUniqueIndex(String name, IndexPart first, IndexPart... more);

  /** Renames a constraint. */
  void renameConstraint(String from, String to);

  /** Renames an index. */
  void renameIndex(String from, String to);

  /** Changes the table's comment; null is no comment. */
  void comment(@Nullable String from, @Nullable String to);
}
