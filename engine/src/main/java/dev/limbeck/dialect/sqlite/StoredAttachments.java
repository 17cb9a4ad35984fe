package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What SQLite keeps of a table beside the model.
 *
 * @param triggers the statements that create the triggers on it
 * @param types the types of its columns as they are declared; empty where its {@code CREATE TABLE}
 *     is not known
 * @param comments the comments in its {@code CREATE TABLE}
 * @param beyond what its {@code CREATE TABLE} says that the model has no place for, as people read
 *     it
 */
record StoredAttachments(
    List<String> triggers,
    Map<Identifier, String> types,
    StoredComments comments,
    List<String> beyond) {
  StoredAttachments {
    triggers = List.copyOf(triggers);
    types = Map.copyOf(types);
    beyond = List.copyOf(beyond);
  }

  /** Sorts the stored statements of a table: its triggers and, where it is among them, its own. */
  static StoredAttachments of(List<String> statements) {
    List<String> triggers = new ArrayList<>();
    Map<Identifier, String> types = new HashMap<>();
    StoredComments comments = StoredComments.NONE;
    List<String> beyond = new ArrayList<>();
    for (String statement : statements) {
      if (createsTable(statement)) {
        StoredTable table = TableDdlParser.parse(statement);
        table.columns().forEach(column -> types.put(column.name(), column.type()));
        comments = table.comments();
        beyond.addAll(table.beyond());
      } else {
        triggers.add(statement);
      }
    }
    return new StoredAttachments(triggers, types, comments, beyond);
  }

  /** The table with the types that are declared, where the projection of one said less. */
  Table withStoredTypes(Table table) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column -> {
                  String type = types.get(column.name());
                  return type == null ? column : column.withType(new NativeType(type));
                })
            .toList());
  }

  private static boolean createsTable(String statement) {
    List<SqlToken> code = SqlTokenizer.code(statement);
    return code.size() > 1 && code.get(0).isWord("create") && code.get(1).isWord("table");
  }
}
