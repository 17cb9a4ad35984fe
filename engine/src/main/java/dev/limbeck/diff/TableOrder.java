package dev.limbeck.diff;

import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order in which every table comes after the tables that it refers to, but for references that
 * close a circle.
 *
 * <p>Without circles the order is that of the names where references leave a choice. Works without
 * recursion: chains of references are as long as the schema likes.
 */
final class TableOrder {
  private final List<Table> tables;
  private final Map<QualifiedName, Integer> place = new HashMap<>();

  private TableOrder(List<Table> tables) {
    this.tables = List.copyOf(tables);
    for (int i = 0; i < tables.size(); i++) {
      place.put(tables.get(i).name(), i);
    }
  }

  static TableOrder of(Collection<Table> tables) {
    Map<QualifiedName, Table> open = new LinkedHashMap<>();
    tables.stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(table -> open.put(table.name(), table));
    List<Table> ordered = new ArrayList<>();
    Set<QualifiedName> done = new LinkedHashSet<>();
    Set<QualifiedName> begun = new LinkedHashSet<>();
    for (QualifiedName start : open.keySet()) {
      Deque<QualifiedName> path = new ArrayDeque<>();
      path.push(start);
      while (!path.isEmpty()) {
        QualifiedName name = path.peek();
        Table table = open.get(name);
        begun.add(name);
        QualifiedName next =
            table == null || done.contains(name) ? null : firstOpen(table, open, begun);
        if (next != null) {
          path.push(next);
        } else {
          path.pop();
          if (table != null && done.add(name)) {
            ordered.add(table);
          }
        }
      }
    }
    return new TableOrder(ordered);
  }

  private static @Nullable QualifiedName firstOpen(
      Table table, Map<QualifiedName, Table> open, Set<QualifiedName> begun) {
    for (ForeignKey key : table.foreignKeys()) {
      if (open.containsKey(key.target()) && !begun.contains(key.target())) {
        return key.target();
      }
    }
    return null;
  }

  /** The tables in this order. */
  List<Table> tables() {
    return tables;
  }

  /** True when the key of this table refers to a table that comes later in the order. */
  boolean looksAhead(Table table, ForeignKey key) {
    Integer target = place.get(key.target());
    Integer own = place.get(table.name());
    return target != null && own != null && target > own;
  }
}
