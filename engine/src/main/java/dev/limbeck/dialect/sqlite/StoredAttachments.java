package dev.limbeck.dialect.sqlite;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite keeps of a table beside the model.
 *
 * @param triggers the statements that create the triggers on it
 * @param beyond what its {@code CREATE TABLE} says that the model has no place for, as people read
 *     it
 */
record StoredAttachments(List<String> triggers, List<String> beyond) {
  StoredAttachments {
    triggers = List.copyOf(triggers);
    beyond = List.copyOf(beyond);
  }

  /** Sorts the stored statements of a table: its triggers and, where it is among them, its own. */
  static StoredAttachments of(List<String> statements) {
    List<String> triggers = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    for (String statement : statements) {
      if (createsTable(statement)) {
        beyond.addAll(TableDdlParser.parse(statement).beyond());
      } else {
        triggers.add(statement);
      }
    }
    return new StoredAttachments(triggers, beyond);
  }

  private static boolean createsTable(String statement) {
    List<SqlToken> code = SqlTokenizer.code(statement);
    return code.size() > 1 && code.get(0).isWord("create") && code.get(1).isWord("table");
  }
}
