package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses tables and sequences that a database could not tell apart by their names. */
public final class NameClashes {
  private NameClashes() {}

  /**
   * Checks the names of all tables and sequences on each dialect.
   *
   * @throws LimbeckException LMB-215 with all of those that have one name, and their entities
   */
  public static void check(EntityModel wanted, List<Dialect> dialects) {
    for (Dialect dialect : dialects) {
      SortedMap<QualifiedName, List<QualifiedName>> owners = new TreeMap<>();
      Stream.concat(
              wanted.model().tables().stream().map(table -> table.name()),
              wanted.model().sequences().stream().map(sequence -> sequence.name()))
          .forEach(
              name ->
                  owners
                      .computeIfAbsent(dialect.projection().name(name), any -> new ArrayList<>())
                      .add(name));
      List<String> clashes =
          owners.values().stream()
              .filter(names -> names.size() > 1)
              .map(
                  names ->
                      names.stream()
                          .map(name -> name + entities(wanted.mapping(), name))
                          .collect(Collectors.joining(" and ")))
              .toList();
      if (!clashes.isEmpty()) {
        throw new LimbeckException(
            "LMB-215",
            "On "
                + dialect.name()
                + ", tables or sequences of the entities have one name.\n  "
                + String.join("\n  ", clashes)
                + "\n  Names there differ neither by schema nor by case: give one of them another"
                + " name, or leave the dialect out.");
      }
    }
  }

  private static String entities(EntityModel.Mapping mapping, QualifiedName table) {
    List<String> entities =
        mapping.places().entrySet().stream()
            .filter(place -> place.getValue().equals(table.toString()))
            .map(Map.Entry::getKey)
            .toList();
    return entities.isEmpty() ? "" : " of " + String.join(", ", entities);
  }
}
