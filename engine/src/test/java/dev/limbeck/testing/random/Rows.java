package dev.limbeck.testing.random;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a schema's tables, as far as they can be foretold; without computed columns.
 *
 * @param byTable the rows of each table that has some, each by column
 */
public record Rows(Map<QualifiedName, List<Map<Identifier, Cell>>> byTable) {
  static Rows none() {
    return new Rows(new LinkedHashMap<>());
  }

  List<Map<Identifier, Cell>> of(QualifiedName table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** These rows and one more. */
  Rows with(QualifiedName table, Map<Identifier, Cell> row) {
    Map<QualifiedName, List<Map<Identifier, Cell>>> more = new LinkedHashMap<>(byTable);
    List<Map<Identifier, Cell>> rows = new ArrayList<>(of(table));
    rows.add(row);
    more.put(table, rows);
    return new Rows(more);
  }

  /** How many rows a table has. */
  public int count(QualifiedName table) {
    return of(table).size();
  }

  /** How many rows there are. */
  public int count() {
    return byTable.values().stream().mapToInt(List::size).sum();
  }
}
