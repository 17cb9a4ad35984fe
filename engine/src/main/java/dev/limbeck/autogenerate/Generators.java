package dev.limbeck.autogenerate;

import dev.limbeck.model.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which sequence each id gets its numbers from, before and after, as lines of the mapping files:
 *
 * <pre>
 * + generator com.acme.Order.id = orders_seq
 * </pre>
 */
final class Generators {
  private static final String KEY = "generator ";

  private final Map<String, String> oldPlaces;
  private final Map<String, String> newPlaces;
  private final Map<String, QualifiedName> before;
  private final Map<String, QualifiedName> after;

  /**
   * @param oldPlaces the lines so far, those of entities and attributes too
   * @param newPlaces the lines as the entities want them
   * @param plain a name without the default schema
   */
  Generators(
      Map<String, String> oldPlaces,
      Map<String, String> newPlaces,
      UnaryOperator<QualifiedName> plain) {
    this.oldPlaces = oldPlaces;
    this.newPlaces = newPlaces;
    this.before = read(oldPlaces, plain);
    this.after = read(newPlaces, plain);
  }

  /** The lines of generators, by the path of an attribute. */
  static SortedMap<String, String> write(Map<String, String> generators) {
    SortedMap<String, String> lines = new TreeMap<>();
    generators.forEach((path, generator) -> lines.put(KEY + path, generator));
    return lines;
  }

  /** The key of the line for an attribute. */
  static String key(String path) {
    return KEY + path;
  }

  /** The lines that tell no sequence. */
  static SortedMap<String, String> others(Map<String, String> lines) {
    SortedMap<String, String> others = new TreeMap<>(lines);
    others.keySet().removeIf(key -> key.startsWith(KEY));
    return others;
  }

  /** True where no line tells a sequence. */
  static boolean isSilent(Map<String, String> lines) {
    return others(lines).size() == lines.size();
  }

  /** The path of the line's attribute, or the line's own where it is of no generator. */
  static String path(String key) {
    return key.startsWith(KEY) ? key.substring(KEY.length()) : key;
  }

  /** The key of the same kind of line for another path. */
  static String sameKey(String key, String path) {
    return key.startsWith(KEY) ? KEY + path : path;
  }

  private static Map<String, QualifiedName> read(
      Map<String, String> lines, UnaryOperator<QualifiedName> plain) {
    Map<String, QualifiedName> read = new LinkedHashMap<>();
    lines.forEach(
        (key, name) -> {
          if (key.startsWith(KEY)) {
            read.put(path(key), plain.apply(QualifiedName.parse(name)));
          }
        });
    return read;
  }

  /**
   * The paths of the ids that get their numbers from a sequence, as lines say it.
   *
   * @param sequence its name, which may leave out the default schema that lines have
   */
  static Set<String> users(Map<String, String> lines, QualifiedName sequence) {
    return paths(
        read(
            lines, name -> sequence.schema() == null ? new QualifiedName(null, name.name()) : name),
        sequence);
  }

  /** What ids that are still there got their numbers from, and get them from now. */
  Map<QualifiedName, Set<QualifiedName>> moves() {
    Map<QualifiedName, Set<QualifiedName>> moves = new LinkedHashMap<>();
    before.forEach(
        (path, name) -> {
          QualifiedName now = after.get(path);
          if (now != null) {
            moves.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(now);
          }
        });
    return moves;
  }

  /** True where the lines so far say which ids get their numbers from the sequence. */
  boolean tells(QualifiedName sequence) {
    return before.containsValue(sequence);
  }

  /** True for the generator of ids that had none before, and of no others. */
  boolean isNewcomer(QualifiedName name) {
    Set<String> users = paths(after, name);
    return !users.isEmpty() && users.stream().noneMatch(before::containsKey);
  }

  /** True where it is known that other ids use the one than used the other. */
  boolean areApart(QualifiedName old, QualifiedName now) {
    Set<String> users = paths(before, old);
    Set<String> usersNow = paths(after, now);
    boolean stayed =
        users.stream().anyMatch(newPlaces::containsKey)
            || usersNow.stream().anyMatch(oldPlaces::containsKey);
    Set<String> both = new HashSet<>(users);
    both.retainAll(usersNow);
    return !before.isEmpty() && both.isEmpty() && stayed;
  }

  private static Set<String> paths(Map<String, QualifiedName> generators, QualifiedName name) {
    Set<String> users = new LinkedHashSet<>();
    generators.forEach(
        (path, generator) -> {
          if (generator.equals(name)) {
            users.add(path);
          }
        });
    return users;
  }
}
