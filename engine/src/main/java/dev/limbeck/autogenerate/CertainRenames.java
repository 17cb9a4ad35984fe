package dev.limbeck.autogenerate;

import dev.limbeck.diff.Moves;
import dev.limbeck.diff.Renames;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the renames that the mapping leaves no doubt about: an entity or attribute that is still
 * there is kept under another name.
 */
final class CertainRenames {
  private static final String SUFFIX = "_seq";
  private static final String ELEMENT = ".element";

  private final KnownSchema before;
  private final DatabaseModel wanted;
  private final UnaryOperator<QualifiedName> plain;
  private final Generators generators;
  private final Set<String> ontoOthers = new LinkedHashSet<>();

  /**
   * @param before what there is
   * @param wanted what the entities want, without the default schema's name
   * @param plain a name without the default schema
   * @param generators which ids get their numbers from which sequence
   */
  CertainRenames(
      KnownSchema before,
      DatabaseModel wanted,
      UnaryOperator<QualifiedName> plain,
      Generators generators) {
    this.generators = generators;
    this.before = before;
    this.wanted = wanted;
    this.plain = plain;
  }

  /** Renames to a name whose bearer goes at the same time, a line for each. */
  Set<String> ontoOthers() {
    return ontoOthers;
  }

  /**
   * The renames from one mapping to another.
   *
   * @param oldPlaces where entities and attributes are kept, by their path
   * @param newPlaces where the entities want them
   * @param known renames of tables that are known already
   */
  Renames between(Map<String, String> oldPlaces, Map<String, String> newPlaces, Renames known) {
    if (oldPlaces.isEmpty()) {
      return known;
    }
    RenamedClasses classes = new RenamedClasses(oldPlaces, newPlaces, plain);
    Renames found = known;
    for (int most = oldPlaces.size(); most >= 0; most--) {
      Renames more = found.and(between(classes.oldPlaces(found), newPlaces));
      if (more.equals(found)) {
        break;
      }
      found = more;
    }
    return found;
  }

  private Renames between(Map<String, String> oldPlaces, Map<String, String> newPlaces) {
    Map<String, Place> from = new LinkedHashMap<>();
    Map<String, Place> to = new LinkedHashMap<>();
    oldPlaces.forEach(
        (path, place) ->
            Place.parse(place, name -> before.table(plain.apply(name)))
                .ifPresent(p -> from.put(path, p)));
    newPlaces.forEach(
        (path, place) ->
            Place.parse(place, name -> wanted.table(plain.apply(name)))
                .ifPresent(p -> to.put(path, p)));
    Set<Place> newcomers = new HashSet<>();
    Set<Place> known = new HashSet<>();
    to.forEach((path, place) -> (from.containsKey(path) ? known : newcomers).add(place));
    newcomers.removeAll(known);
    Renames tables = tables(from, to, newcomers);
    return tables
        .and(columns(tables, from, to, newcomers))
        .and(generators(new Generators(oldPlaces, newPlaces, plain)))
        .and(sequences(tables));
  }

  /**
   * What is kept in another table than before, as renames do not make of it.
   *
   * @param oldPlaces where entities and attributes are kept, by their path
   * @param newPlaces where the entities want them
   * @param renames all that is renamed
   */
  List<MovedPart> moved(
      Map<String, String> oldPlaces, Map<String, String> newPlaces, Renames renames) {
    // The elements of a collection are found by its own path and by theirs.
    Map<Map.Entry<Place, Place>, MovedPart> moved = new LinkedHashMap<>();
    newPlaces.forEach(
        (path, place) -> {
          Place from = place(oldPlaces, path, before::table);
          Place to = from == null ? null : place(newPlaces, path, wanted::table);
          if (from != null && to != null && !renames.after(from.table()).equals(to.table())) {
            moved.putIfAbsent(Map.entry(from, to), new MovedPart(path, after(renames, from), to));
          }
        });
    return List.copyOf(moved.values());
  }

  /**
   * Where an attribute is kept: that of a collection, if it can be said, where its elements are.
   */
  private @Nullable Place place(
      Map<String, String> places, String path, Function<QualifiedName, @Nullable Table> tables) {
    String spelled = places.get(path);
    String element = places.get(path + ELEMENT);
    Function<QualifiedName, @Nullable Table> named = name -> tables.apply(plain.apply(name));
    return spelled == null
        ? null
        : Optional.ofNullable(element)
            .flatMap(each -> Place.parse(each, named))
            .or(() -> Place.parse(spelled, named))
            .orElse(null);
  }

  private static Place after(Renames renames, Place place) {
    QualifiedName table = renames.after(place.table());
    Identifier column = place.column();
    return new Place(
        table,
        column == null
            ? null
            : renames.columns().getOrDefault(table, Map.of()).getOrDefault(column, column));
  }

  private Renames tables(Map<String, Place> from, Map<String, Place> to, Set<Place> newcomers) {
    Map<QualifiedName, Set<QualifiedName>> seen = new LinkedHashMap<>();
    from.forEach(
        (path, old) -> {
          Place now = to.get(path);
          if (now != null && old.column() == null && now.column() == null) {
            seen.computeIfAbsent(old.table(), name -> new LinkedHashSet<>()).add(now.table());
          }
        });
    return new Renames(
        certainTables(seen, name -> newcomers.contains(new Place(name, null))), Map.of(), Map.of());
  }

  /**
   * The renames of tables that can be.
   *
   * @param newcomer true for an old name that another table takes
   */
  Map<QualifiedName, QualifiedName> certainTables(
      Map<QualifiedName, Set<QualifiedName>> seen, Predicate<QualifiedName> newcomer) {
    Map<QualifiedName, QualifiedName> moves =
        Moves.certain(seen, before::has, name -> wanted.table(name) != null, newcomer);
    Moves.ontoOthers(seen, moves, before::has, name -> wanted.table(name) != null)
        .forEach(step -> ontoOthers.add("table " + step.from() + " -> " + step.to()));
    moves
        .entrySet()
        .removeIf(
            move ->
                !moves.containsKey(move.getValue())
                    && before.hasBoth(move.getKey(), move.getValue()));
    return moves;
  }

  private Renames columns(
      Renames tables, Map<String, Place> from, Map<String, Place> to, Set<Place> newcomers) {
    Map<QualifiedName, Map<Identifier, Set<Identifier>>> seen = new LinkedHashMap<>();
    from.forEach(
        (path, old) -> {
          Place now = to.get(path);
          Identifier column = old.column();
          if (now != null
              && column != null
              && now.column() != null
              && tables.after(old.table()).equals(now.table())) {
            seen.computeIfAbsent(old.table(), name -> new LinkedHashMap<>())
                .computeIfAbsent(column, name -> new LinkedHashSet<>())
                .add(now.column());
          }
        });
    Map<QualifiedName, Map<Identifier, Identifier>> columns = new LinkedHashMap<>();
    seen.forEach(
        (table, moves) ->
            columns.put(
                tables.after(table),
                certainColumns(
                    table,
                    tables,
                    moves,
                    column -> newcomers.contains(new Place(tables.after(table), column)))));
    return new Renames(Map.of(), columns, Map.of());
  }

  /**
   * The renames of columns that can be.
   *
   * @param table the table's name before
   * @param newcomer true for an old name that another column takes
   */
  Map<Identifier, Identifier> certainColumns(
      QualifiedName table,
      Renames tables,
      Map<Identifier, Set<Identifier>> seen,
      Predicate<Identifier> newcomer) {
    var after = wanted.table(tables.after(table));
    if (after == null) {
      return Map.of();
    }
    Map<Identifier, Identifier> moves =
        Moves.certain(
            seen,
            column -> before.has(table, column),
            column -> after.column(column) != null,
            newcomer);
    Moves.ontoOthers(
            seen,
            moves,
            column -> before.has(table, column),
            column -> after.column(column) != null)
        .forEach(
            step -> ontoOthers.add("column " + table + "." + step.from() + " -> " + step.to()));
    var stored = before.live().table(before.projection().name(table));
    if (stored != null) {
      moves
          .entrySet()
          .removeIf(
              move ->
                  !moves.containsKey(move.getValue())
                      && before.hasBoth(stored, move.getKey(), move.getValue()));
    }
    return moves;
  }

  /** The sequences from which ids get their numbers that got them from another one. */
  private Renames generators(Generators generators) {
    return new Renames(
        Map.of(),
        Map.of(),
        Moves.certain(
            generators.moves(),
            name -> before.sequence(name) != null,
            name -> wanted.sequence(name) != null,
            generators::isNewcomer));
  }

  /**
   * The sequences that bear the name of a renamed table, as Hibernate names those that the mapping
   * does not. Where another table takes the old name, its sequence does, too.
   */
  Renames sequences(Renames tables) {
    Map<QualifiedName, Set<QualifiedName>> seen = new LinkedHashMap<>();
    Set<QualifiedName> ofOthers = new HashSet<>();
    List<Sequence> present = new ArrayList<>(before.replay().sequences());
    present.addAll(before.live().sequences());
    tables
        .tables()
        .forEach(
            (from, to) -> {
              QualifiedName old = named(present, from);
              QualifiedName now = named(wanted.sequences(), to);
              if (old != null && now != null && !generators.tells(old)) {
                seen.put(old, Set.of(now));
                if (wanted.table(from) != null) {
                  ofOthers.add(old);
                }
              }
            });
    return new Renames(
        Map.of(),
        Map.of(),
        Moves.certain(
            seen,
            name -> before.sequence(name) != null,
            name -> wanted.sequence(name) != null,
            ofOthers::contains));
  }

  /** The first sequence that is named after the table, whatever of the name is quoted; or null. */
  private static @Nullable QualifiedName named(
      Collection<Sequence> sequences, QualifiedName table) {
    String name = table.name().text() + SUFFIX;
    return sequences.stream()
        .map(Sequence::name)
        .filter(sequence -> Objects.equals(sequence.schema(), table.schema()))
        .filter(sequence -> sequence.name().text().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
