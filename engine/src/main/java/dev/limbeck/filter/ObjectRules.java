package dev.limbeck.filter;

import dev.limbeck.hook.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which objects are compared.
 *
 * <p>Where some included patterns speak of a kind, only objects of that kind that one of them names
 * are in; kinds that none speaks of are not narrowed. What an excluded pattern names is out,
 * whatever includes it.
 *
 * @param include what is in; empty for all
 * @param exclude what is out
 */
public record ObjectRules(List<ObjectPattern> include, List<ObjectPattern> exclude) {
  public ObjectRules {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Everything is compared. */
  public static ObjectRules none() {
    return new ObjectRules(List.of(), List.of());
  }

  public boolean isEmpty() {
    return include.isEmpty() && exclude.isEmpty();
  }

  /** Whether only some objects of a kind are in. */
  boolean narrows(SchemaObject.Kind kind) {
    return include.stream().anyMatch(pattern -> pattern.kinds().contains(kind));
  }

  /**
   * Whether an object is in by its own name, whatever its table and its schema are.
   *
   * @param defaultSchemas what the default schema is called
   * @param used gets the patterns that name the object
   */
  boolean admit(SchemaObject object, Collection<String> defaultSchemas, Set<ObjectPattern> used) {
    boolean included = anyNames(include, object, defaultSchemas, used);
    boolean excluded = anyNames(exclude, object, defaultSchemas, used);
    return !excluded && (included || !narrows(object.kind()));
  }

  /** All are asked, so that each that names something is known to be of use. */
  private static boolean anyNames(
      List<ObjectPattern> patterns,
      SchemaObject object,
      Collection<String> defaultSchemas,
      Set<ObjectPattern> used) {
    boolean any = false;
    for (ObjectPattern pattern : patterns) {
      if (pattern.matches(object, defaultSchemas)) {
        any = true;
        used.add(pattern);
      }
    }
    return any;
  }

  /** The patterns that are not among those, a line for each. */
  List<String> unused(Set<ObjectPattern> used) {
    List<String> lines = new ArrayList<>();
    for (ObjectPattern pattern : include) {
      if (!used.contains(pattern)) {
        lines.add("included, and there is none: " + pattern);
      }
    }
    for (ObjectPattern pattern : exclude) {
      if (!used.contains(pattern)) {
        lines.add("excluded, and there is none: " + pattern);
      }
    }
    return lines;
  }
}
