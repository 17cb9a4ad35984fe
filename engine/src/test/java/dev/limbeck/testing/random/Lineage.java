package dev.limbeck.testing.random;

import dev.limbeck.diff.Renames;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of tables and columns: the later name by the earlier one, for those that stay.
 *
 * @param tables the later name of a table by its earlier one
 * @param columns by the earlier name of a table: the later name of a column by its earlier one
 * @param types what became of the types of the schema
 */
public record Lineage(
    Map<QualifiedName, QualifiedName> tables,
    Map<QualifiedName, Map<Identifier, Identifier>> columns,
    TypeLineage types) {
  public Lineage {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** Everything that has the same name in both stays. */
  static Lineage ofNames(DatabaseModel before, DatabaseModel after) {
    Map<QualifiedName, QualifiedName> tables = new LinkedHashMap<>();
    Map<QualifiedName, Map<Identifier, Identifier>> columns = new LinkedHashMap<>();
    for (Table table : before.tables()) {
      Table later = after.table(table.name());
      if (later != null) {
        tables.put(table.name(), later.name());
        Map<Identifier, Identifier> same = new LinkedHashMap<>();
        table.columns().stream()
            .filter(column -> later.column(column.name()) != null)
            .forEach(column -> same.put(column.name(), column.name()));
        columns.put(table.name(), same);
      }
    }
    return new Lineage(tables, columns, TypeLineage.ofNames(before, after));
  }

  /**
   * What of it holds between two models. A rename to a name whose bearer goes at the same time is
   * none, nor is one from a name that something new takes: what has a name before and afterwards is
   * one thing, whatever else is said.
   */
  Lineage within(DatabaseModel before, DatabaseModel after) {
    Map<QualifiedName, QualifiedName> keptTables = settled(tables, names(before), names(after));
    Map<QualifiedName, Map<Identifier, Identifier>> keptColumns = new LinkedHashMap<>();
    keptTables.forEach(
        (from, to) ->
            keptColumns.put(
                from,
                settled(
                    columns.getOrDefault(from, Map.of()),
                    columnNames(before, from),
                    columnNames(after, to))));
    return new Lineage(keptTables, keptColumns, types.within(before, after));
  }

  private static List<QualifiedName> names(DatabaseModel model) {
    return model.tables().stream().map(Table::name).toList();
  }

  private static List<Identifier> columnNames(DatabaseModel model, QualifiedName name) {
    Table table = model.table(name);
    return table == null ? List.of() : table.columns().stream().map(Column::name).toList();
  }

  private static <K> Map<K, K> settled(Map<K, K> moves, List<K> before, List<K> after) {
    Map<K, K> kept = new LinkedHashMap<>(moves);
    kept.entrySet()
        .removeIf(move -> !before.contains(move.getKey()) || !after.contains(move.getValue()));
    while (kept.entrySet()
        .removeIf(move -> isDoubtful(move.getKey(), move.getValue(), kept, before, after))) {
      // One that is taken away may make another doubtful.
    }
    for (K name : before) {
      if (after.contains(name) && !kept.containsKey(name) && !kept.containsValue(name)) {
        kept.put(name, name);
      }
    }
    return kept;
  }

  private static <K> boolean isDoubtful(
      K from, K to, Map<K, K> kept, List<K> before, List<K> after) {
    boolean ontoOther = before.contains(to) && !kept.containsKey(to);
    boolean nameStays = after.contains(from) && !kept.containsValue(from);
    return !from.equals(to) && (ontoOther || nameStays);
  }

  Lineage withTypes(TypeLineage value) {
    return new Lineage(tables, columns, value);
  }

  /** The later name of a table, or null where it goes. */
  public @Nullable QualifiedName after(QualifiedName table) {
    return tables.get(table);
  }

  /** The later name of a column, or null where it goes. */
  public @Nullable Identifier after(QualifiedName table, Identifier column) {
    return columns.getOrDefault(table, Map.of()).get(column);
  }

  /** The other way round: what is later is earlier. */
  public Lineage reversed() {
    Map<QualifiedName, QualifiedName> back = new LinkedHashMap<>();
    Map<QualifiedName, Map<Identifier, Identifier>> columnsBack = new LinkedHashMap<>();
    tables.forEach(
        (from, to) -> {
          back.put(to, from);
          Map<Identifier, Identifier> moves = new LinkedHashMap<>();
          columns.get(from).forEach((old, now) -> moves.put(now, old));
          columnsBack.put(to, moves);
        });
    return new Lineage(back, columnsBack, types.reversed());
  }

  /** What gets another name. */
  public Renames renames() {
    Map<QualifiedName, QualifiedName> renamed = new LinkedHashMap<>(tables);
    renamed.entrySet().removeIf(move -> move.getKey().equals(move.getValue()));
    Map<QualifiedName, Map<Identifier, Identifier>> moved = new LinkedHashMap<>();
    columns.forEach(
        (table, moves) -> {
          Map<Identifier, Identifier> others = new LinkedHashMap<>(moves);
          others.entrySet().removeIf(move -> move.getKey().equals(move.getValue()));
          moved.put(tables.get(table), others);
        });
    return new Renames(renamed, moved, Map.of());
  }

  /** Where entities and attributes are kept before, by paths that stay the same. */
  public Map<String, String> placesBefore() {
    Map<String, String> places = new LinkedHashMap<>();
    tables.keySet().forEach(from -> places.put(from.toString(), from.toString()));
    columns.forEach(
        (table, moves) ->
            moves.keySet().forEach(from -> places.put(path(table, from), place(table, from))));
    return places;
  }

  /** Where entities and attributes are kept afterwards, by the same paths. */
  public Map<String, String> placesAfter() {
    Map<String, String> places = new LinkedHashMap<>();
    tables.forEach((from, to) -> places.put(from.toString(), to.toString()));
    columns.forEach(
        (table, moves) ->
            moves.forEach(
                (from, to) -> places.put(path(table, from), place(tables.get(table), to))));
    return places;
  }

  private static String path(QualifiedName table, Identifier column) {
    return "path of " + table + " # " + column;
  }

  private static String place(QualifiedName table, Identifier column) {
    return table + "." + QualifiedName.of(column);
  }
}
