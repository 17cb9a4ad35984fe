package dev.limbeck.scanner.boot;

import dev.limbeck.LimbeckException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.annotations.Struct;

/** Embeddables that are kept in one column of a composite type. */
final class CompositeTypes {
  private CompositeTypes() {}

  /**
   * Refuses them where the database has no such types, with the names that Hibernate's own error
   * lacks.
   *
   * @param dialect the name of Limbeck's dialect
   * @throws LimbeckException LMB-119 with every class and attribute
   */
  static void check(String dialect, List<Class<?>> classes) {
    if (!dialect.equals("sqlite")) {
      return;
    }
    SortedSet<String> lines = new TreeSet<>();
    for (Class<?> type : classes) {
      add(lines, type.getName(), type);
      List<AnnotatedElement> members = new ArrayList<>(List.of(type.getDeclaredFields()));
      members.addAll(List.of(type.getDeclaredMethods()));
      for (AnnotatedElement member : members) {
        add(lines, type.getName() + "." + ((Member) member).getName(), member);
      }
    }
    if (!lines.isEmpty()) {
      throw new LimbeckException(
          "LMB-119",
          "Embeddables are mapped to composite types, which "
              + dialect
              + " does not have.\n  "
              + String.join("\n  ", lines)
              + "\n  Leave @Struct out, so that each part has a column of its own, or keep the"
              + " embeddable as JSON: @JdbcTypeCode(SqlTypes.JSON). Or leave the dialect out.");
    }
  }

  private static void add(SortedSet<String> lines, String where, AnnotatedElement element) {
    Stream.of(element.getAnnotationsByType(Struct.class))
        .forEach(struct -> lines.add(where + ": " + struct.name()));
  }
}
