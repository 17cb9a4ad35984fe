package dev.limbeck.scanner.bridge;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.CounterRow;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ScalarType.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The schema that the entities have under one of Hibernate's dialects, in that dialect's own words:
 * types are native, conditions free SQL.
 *
 * @param dialect the dialect's name
 * @param model the schema
 * @param sqlObjects what SQL of the mappings makes beside it
 * @param kinds what a column's type is apart from its spelling, where that is known
 * @param places the table or column of each entity and attribute
 * @param generators the sequence, or the table that stands for one, by the attribute's path
 * @param counters the row of such a table, by the same path
 * @param renamedFrom the new name of what the mapping says to have had another, by its old place
 * @param notes what could not be read, a line for each
 * @param settings what Hibernate took where nothing was set
 */
public record BootedSchema(
    String dialect,
    DatabaseModel model,
    List<SqlObject> sqlObjects,
    Map<ColumnPlace, Kind> kinds,
    SortedMap<String, String> places,
    SortedMap<String, String> generators,
    SortedMap<String, CounterRow> counters,
    SortedMap<String, String> renamedFrom,
    List<String> notes,
    List<Setting> settings) {
  public BootedSchema {
    requireNonNull(dialect, "dialect");
    requireNonNull(model, "model");
    sqlObjects = List.copyOf(sqlObjects);
    kinds = Map.copyOf(kinds);
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    generators = Collections.unmodifiableSortedMap(new TreeMap<>(generators));
    counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
    renamedFrom = Collections.unmodifiableSortedMap(new TreeMap<>(renamedFrom));
    notes = List.copyOf(notes);
    settings = List.copyOf(settings);
  }
}
