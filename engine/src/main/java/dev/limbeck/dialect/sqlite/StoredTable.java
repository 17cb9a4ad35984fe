package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stored {@code CREATE TABLE} says.
 *
 * @param name the table's name
 * @param columns its columns, in order
 * @param constraints its constraints, inline ones included, in the order of the text; checks hold
 *     their SQL as written
 * @param autoIncrement true where the key is {@code AUTOINCREMENT}
 * @param strict true for {@code STRICT}
 * @param withoutRowid true for {@code WITHOUT ROWID}
 * @param comments the comments in the text
 * @param beyond the facts that the model has no place for, such as {@code ON CONFLICT REPLACE}, as
 *     people read them
 */
record StoredTable(
    Identifier name,
    List<Column> columns,
    List<Rule> constraints,
    boolean autoIncrement,
    boolean strict,
    boolean withoutRowid,
    StoredComments comments,
    List<String> beyond) {
  StoredTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    beyond = List.copyOf(beyond);
  }

  /**
   * A column.
   *
   * @param type the declared type as written, empty where there is none
   * @param notNull true where {@code NOT NULL} is said
   * @param defaultValue the default as written, without parentheses around it, or null
   * @param generation the formula, or null
   * @param collation the collation's name, or null
   */
  record Column(
      Identifier name,
      String type,
      boolean notNull,
      @Nullable String defaultValue,
      @Nullable Generation generation,
      @Nullable String collation) {}

  /** A constraint of the table. */
  sealed interface Rule {}

  /** A constraint that the text says wholly. */
  record Whole(Constraint constraint) implements Rule {}

  /**
   * A foreign key.
   *
   * @param targetColumns the columns referred to; empty for the target's primary key
   */
  record Reference(
      @Nullable Identifier name,
      List<Identifier> columns,
      Identifier target,
      List<Identifier> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Deferral deferral)
      implements Rule {}
}
