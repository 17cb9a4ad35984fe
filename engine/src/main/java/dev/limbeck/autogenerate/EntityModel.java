package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.DatabaseModel;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What entities want, and how they were read.
 *
 * @param model the schema; names that the mapping left open are null
 * @param sqlObjects what SQL of the entities makes beside it
 * @param mapping where each entity and attribute is kept
 * @param found the classes that take part, and why, a line for each
 * @param skipped what was passed over, and why, a line for each
 * @param notes those of the lines above that say what of a mapping the schema lacks
 * @param settings every setting in force, with where it comes from
 */
public record EntityModel(
    DatabaseModel model,
    List<SqlObject> sqlObjects,
    Mapping mapping,
    List<String> found,
    List<String> skipped,
    List<String> notes,
    List<Setting> settings) {
  public EntityModel {
    requireNonNull(model, "model");
    sqlObjects = List.copyOf(sqlObjects);
    requireNonNull(mapping, "mapping");
    found = List.copyOf(found);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
    settings = List.copyOf(settings);
  }

  /** Entities without SQL of their own. */
  public EntityModel(
      DatabaseModel model,
      Mapping mapping,
      List<String> found,
      List<String> skipped,
      List<String> notes,
      List<Setting> settings) {
    this(model, List.of(), mapping, found, skipped, notes, settings);
  }

  /** What the mapping files say once the database is as the entities want it. */
  public Mapping recorded() {
    SortedMap<String, String> lines = mapping.lines();
    lines.putAll(SqlObjectRecords.write(sqlObjects));
    return new Mapping(lines, new TreeMap<>(), mapping.renamedFrom(), mapping.hibernate());
  }

  /**
   * Where entities and attributes are kept: {@code com.acme.Order} to {@code orders}, {@code
   * com.acme.Order.total} to {@code orders.total_amount}. Names are spelled as revisions spell
   * them.
   *
   * @param places the table or column by the entity's name or the attribute's path
   * @param generators the sequence, or the table that stands for one, by the path of the attribute
   *     that gets its numbers
   * @param counters the row of that table, by the same path, where it has one for each of its users
   * @param renamedFrom the new name of a table or column by its old place, where the mapping says
   *     that it had another
   * @param hibernate the version of Hibernate that read the mapping; null where that is not known
   */
  public record Mapping(
      SortedMap<String, String> places,
      SortedMap<String, String> generators,
      SortedMap<String, CounterRow> counters,
      SortedMap<String, String> renamedFrom,
      @Nullable String hibernate) {
    public Mapping {
      places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
      generators = Collections.unmodifiableSortedMap(new TreeMap<>(generators));
      counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
      renamedFrom = Collections.unmodifiableSortedMap(new TreeMap<>(renamedFrom));
    }

    /** A mapping without counters. */
    public Mapping(
        SortedMap<String, String> places,
        SortedMap<String, String> generators,
        SortedMap<String, String> renamedFrom,
        @Nullable String hibernate) {
      this(places, generators, new TreeMap<>(), renamedFrom, hibernate);
    }

    /** A mapping that says nothing of old names. */
    public static Mapping of(SortedMap<String, String> places) {
      return new Mapping(places, new TreeMap<>(), new TreeMap<>(), null);
    }

    /** The places and generators as lines of the mapping files. */
    public SortedMap<String, String> lines() {
      SortedMap<String, String> lines = new TreeMap<>(places);
      lines.putAll(Generators.write(generators));
      return lines;
    }

    /**
     * The mapping with other places for some of its paths.
     *
     * @param uncounted the places that do not count
     * @param known the place of each path until now; a path without one is left out
     */
    public Mapping keeping(Set<String> uncounted, SortedMap<String, String> known) {
      SortedMap<String, String> kept = new TreeMap<>(places);
      places.forEach(
          (path, place) -> {
            if (uncounted.contains(place)) {
              String before = known.get(path);
              if (before == null) {
                kept.remove(path);
              } else {
                kept.put(path, before);
              }
            }
          });
      return new Mapping(kept, generators, renamedFrom, hibernate);
    }

    public static Mapping empty() {
      return of(new TreeMap<>());
    }
  }

  /**
   * A setting in force.
   *
   * @param name its name, such as {@code hibernate.physical_naming_strategy}
   * @param value its value; secrets are masked
   * @param origin where it comes from
   */
  public record Setting(String name, String value, String origin) {}
}
