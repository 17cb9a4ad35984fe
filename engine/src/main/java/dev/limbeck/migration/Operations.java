package dev.limbeck.migration;

import dev.limbeck.model.ColumnType;
import dev.limbeck.operation.DataStep;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Migration} can do, in the order in which it is to be done.
 *
 * <p>Names are written as the entity spells them: {@code customer}, {@code schema.customer}, in
 * back ticks where the database must not fold them: {@code `Order`}.
 */
public interface Operations {

  /** Creates a schema; databases without schemas pass over it. */
  void createSchema(String name);

  /** Drops an empty schema; databases without schemas pass over it. */
  void dropSchema(String name);

  /** Creates a table. */
  void createTable(String name, Consumer<TableDefinition> definition);

  /** Drops a table. */
  void dropTable(String name);

  /** Renames a table; the new name has no schema, or the same. */
  void renameTable(String from, String to);

  /**
   * Moves a table to another schema; its rows, constraints, indexes and the references to it stay.
   * Databases without schemas pass over it.
   *
   * @param schema the schema, which is there; null is the connection's default schema
   */
  void moveTable(String name, @Nullable String schema);

  /** Alters a table. */
  void alterTable(String name, Consumer<TableChange> change);

  /**
   * Creates a sequence that starts at 1 and counts by 1 where the definition does not say
   * otherwise.
   */
  SequenceDefinition createSequence(String name);

  /** Drops a sequence. */
  void dropSequence(String name);

  /**
   * Changes the facts of a sequence. Where the step changes, the next number moves so that ids
   * which were given out in blocks of the old size are not given out again.
   */
  SequenceChange alterSequence(String name);

  /** Renames a sequence; the new name has no schema, or the same. */
  void renameSequence(String from, String to);

  /**
   * Moves a sequence to another schema; databases without schemas pass over it.
   *
   * @param schema the schema, which is there; null is the connection's default schema
   */
  void moveSequence(String name, @Nullable String schema);

  /** Creates an enumerated type; databases without such types pass over it. */
  void createEnumType(String name, String... labels);

  /** Drops an enumerated type; databases without such types pass over it. */
  void dropEnumType(String name);

  /**
   * Changes the labels of an enumerated type; on databases without such types only what rows hold.
   */
  EnumTypeChange alterEnumType(String name);

  /** Renames an enumerated type; the new name has no schema, or the same. */
  void renameEnumType(String from, String to);

  /**
   * Renames a label of an enumerated type; rows that hold it follow.
   *
   * @param type the type's name
   */
  EnumLabelChange renameEnumLabel(String type, String from, String to);

  /** Creates a domain of a type; databases without domains pass over it. */
  DomainDefinition createDomain(String name, ColumnType type);

  /** Drops a domain; databases without domains pass over it. */
  void dropDomain(String name);

  /** Changes what a domain demands; databases without domains pass over it. */
  DomainChange alterDomain(String name);

  /** Renames a domain, and the type of the columns that are of it. */
  void renameDomain(String from, String to);

  /**
   * Runs SQL as it stands: one or more statements, divided by semicolons.
   *
   * @return where {@code doneWhen} can say how to see that it is done
   */
  ExecuteDefinition execute(String sql);

  /**
   * Runs SQL with a value in the place of each question mark that stands for none in a quote or
   * comment; two question marks are one that means itself. The values are written into the SQL as
   * literals of the database, so that a script has the same statement.
   *
   * @param parameters null, texts, numbers, booleans, UUIDs, bytes, and dates and times of {@code
   *     java.time}; as many as there are question marks
   */
  ExecuteDefinition execute(String sql, @Nullable Object... parameters);

  /**
   * Inserts rows; {@code op.insertRows("country", "code", "name").row("de", "Germany")}. They are
   * written as literals of the database.
   *
   * @param columns the columns that get values, at least one
   * @return where the rows are said
   */
  RowsDefinition insertRows(String table, String... columns);

  /**
   * Runs Java code on the data.
   *
   * @param description what it does, for people and for the record
   * @param step the code, which sees the database as the operations before left it
   * @return where {@code sql} can say what stands for the code in an offline script
   */
  RunDefinition run(String description, DataStep step);

  /**
   * Changes the rows of a large table a part at a time, by the order of a key. Each part has a
   * transaction of its own, so that no row is locked for long; where a deployment is killed, the
   * next one goes on behind the last part that was committed.
   *
   * <p>Rows that others add behind the present part are reached too, those before it are not: let
   * the application fill new rows already.
   *
   * @param description what it does, for people and for the record
   * @param table the table
   * @param key a column of the table by which the parts are made, such as its primary key; no row
   *     may have null in it
   * @param sql the statement, with {@code {batch}} where it says which rows: {@code UPDATE customer
   *     SET phone = trim(phone) WHERE {batch}}
   * @return where size and pause can be said
   */
  BatchesDefinition batches(String description, String table, String key, String sql);

  /** Runs the operations outside the revision's transaction, each on its own. */
  void outsideTransaction(Consumer<Operations> operations);

  /** Runs the operations on one dialect only, such as {@code postgresql} or {@code sqlite}. */
  void onlyOn(String dialect, Consumer<Operations> operations);

  /**
   * Says that there is no way: {@code throw op.irreversible("why")}.
   *
   * @return the exception to throw, so that the compiler sees the end of the method
   */
  RuntimeException irreversible(String reason);
}
