package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Index;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops a column and adds it again, with the constraints, indexes and comment that PostgreSQL drops
 * along with it.
 */
final class ColumnReplacement {
  private final PostgresRenderer sql;
  private final Table table;
  private final Column column;

  /**
   * @param table the table after the replacement
   * @param column the column after it
   */
  ColumnReplacement(PostgresRenderer sql, Table table, Column column) {
    this.sql = sql;
    this.table = table;
    this.column = column;
  }

  String drop() {
    return alter("DROP COLUMN " + sql.name(column.name()));
  }

  /** Adds the column as it is to be. */
  String add() {
    return alter("ADD COLUMN " + sql.columnDefinition(table, column));
  }

  /** Adds the column so that it takes null until it has its values. */
  String addEmpty() {
    return alter("ADD COLUMN " + sql.columnDefinition(table, column.withNullable(true)));
  }

  /** Gives the column back what was on it. */
  List<String> restore() {
    ColumnMentions mentions = new ColumnMentions(table, column.name());
    List<String> statements = new ArrayList<>();
    for (Constraint constraint : mentions.constraints()) {
      statements.add(alter("ADD " + sql.constraintDefinition(constraint)));
    }
    for (Index index : mentions.indexes()) {
      statements.add(sql.createIndex(table.name(), index));
    }
    if (column.comment() != null) {
      statements.add(PostgresStatements.commentOnColumn(sql, table, column));
    }
    return statements;
  }

  private String alter(String action) {
    return "ALTER TABLE " + sql.name(table.name()) + " " + action;
  }
}
