package dev.limbeck.dialect;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * How a script is written that the database's own client runs, without Limbeck at its side: nobody
 * looks at the database before a statement but the statements themselves, so what has to hold is
 * written as statements that fail where it does not.
 */
public interface ScriptForm {

  /** How to run the script, for people; {@code SCRIPT} stands for its file. */
  String usage();

  /** Lines that make the client stop at the first error. They are the client's, and no SQL. */
  List<String> clientSettings();

  /** The statements before the first transaction. */
  List<String> opening();

  /** The statements after the last transaction. */
  List<String> closing();

  /**
   * The SQL expression for the time at which the script runs: a text in ISO 8601 with six digits of
   * a second's fraction, in UTC.
   */
  String now();

  /** Begins a transaction, which {@code COMMIT} ends. */
  String begin();

  /**
   * The statements that fail unless the version table has these rows. They are run in a
   * transaction; together with it they keep other deployers away.
   *
   * @param versionTable the table, which is there
   * @param rows all ids that it has to have
   * @param others ids that it may have beside them, or not
   */
  List<String> expectRows(QualifiedName versionTable, List<String> rows, List<String> others);

  /**
   * The statements that do a change of rows and fail unless it changed exactly one.
   *
   * @param change an INSERT, UPDATE or DELETE
   */
  List<String> changeOneRow(String change);

  /**
   * The statements before those of a transaction that changes tables, so that {@link #afterChanges}
   * can tell what it broke.
   */
  default List<String> beforeChanges() {
    return List.of();
  }

  /** The statements that fail where a transaction leaves something broken that was whole before. */
  default List<String> afterChanges() {
    return List.of();
  }

  /**
   * The statements that fail where an operation would lose something that the script cannot know
   * of, since it was made by other means.
   *
   * @param operation the operation, as it fits the schema
   * @param statements the statements that do it
   * @param before the schema that the script takes for granted, in the database's terms
   */
  default List<String> expectKnown(
      Operation operation, List<String> statements, DatabaseModel before) {
    return List.of();
  }
}
