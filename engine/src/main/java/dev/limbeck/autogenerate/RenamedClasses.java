package dev.limbeck.autogenerate;

import dev.limbeck.diff.Renames;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds entities whose class has another name now: the one is gone and the other has come, and the
 * table of the one has become that of the other. So their attributes are the same, too.
 *
 * <p>Envers has entities without a class for the audit tables of collections, which bear the
 * table's name. It begins with that of the audited table, and changes with it.
 */
final class RenamedClasses {
  private final Map<String, String> oldPlaces;
  private final Map<String, QualifiedName> gone;
  private final Map<String, QualifiedName> come;

  /**
   * @param oldPlaces where entities and attributes are kept so far, by their path
   * @param newPlaces where the entities want them
   * @param plain a name without the default schema
   */
  RenamedClasses(
      Map<String, String> oldPlaces,
      Map<String, String> newPlaces,
      UnaryOperator<QualifiedName> plain) {
    this.oldPlaces = oldPlaces;
    this.gone = missing(oldPlaces, newPlaces, plain);
    this.come = missing(newPlaces, oldPlaces, plain);
  }

  /** The entities of some places that others do not have, with their tables. */
  private static Map<String, QualifiedName> missing(
      Map<String, String> places, Map<String, String> others, UnaryOperator<QualifiedName> plain) {
    Map<String, QualifiedName> missing = new LinkedHashMap<>();
    places.forEach(
        (path, place) -> {
          if (!others.containsKey(path) && isEntity(path, places) && Place.isName(place)) {
            missing.put(path, plain.apply(QualifiedName.parse(place)));
          }
        });
    return missing;
  }

  /** An attribute's path begins with that of its entity. */
  private static boolean isEntity(String path, Map<String, String> places) {
    if (!Generators.path(path).equals(path)) {
      return false;
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (places.containsKey(path.substring(0, dot))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The old places by the paths that their entities have now.
   *
   * @param renames what is known of tables
   */
  Map<String, String> oldPlaces(Renames renames) {
    Map<String, String> names = new HashMap<>();
    gone.forEach(
        (path, table) -> {
          String now = only(come, after(path, table, renames));
          if (now != null && path.equals(only(gone, table))) {
            names.put(path, now);
          }
        });
    Map<String, String> places = new TreeMap<>();
    oldPlaces.forEach((key, place) -> places.put(renamed(key, names), place));
    return places;
  }

  private static QualifiedName after(String path, QualifiedName table, Renames renames) {
    if (!path.equals(table.name().text()) || renames.tables().containsKey(table)) {
      return renames.after(table);
    }
    return renames.tables().entrySet().stream()
        .filter(move -> path.startsWith(move.getKey().name().text()))
        .max(Comparator.comparing(move -> move.getKey().name().text().length()))
        .map(move -> followed(table, move.getKey(), move.getValue()))
        .orElse(table);
  }

  /** The name of a table that begins with that of another one, which changes, and its schema. */
  private static QualifiedName followed(QualifiedName table, QualifiedName from, QualifiedName to) {
    String rest = table.name().text().substring(from.name().text().length());
    Identifier name = new Identifier(to.name().text() + rest, table.name().quoted());
    boolean beside = Objects.equals(table.schema(), from.schema());
    return new QualifiedName(beside ? to.schema() : table.schema(), name);
  }

  /** The only entity of a table; null where it has none, or several. */
  private static @Nullable String only(Map<String, QualifiedName> entities, QualifiedName table) {
    List<String> found =
        entities.entrySet().stream()
            .filter(each -> each.getValue().equals(table))
            .map(Map.Entry::getKey)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private static String renamed(String key, Map<String, String> names) {
    String path = Generators.path(key);
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      String now = names.get(path.substring(0, end));
      if (now != null) {
        return Generators.sameKey(key, now + path.substring(end));
      }
    }
    return key;
  }
}
