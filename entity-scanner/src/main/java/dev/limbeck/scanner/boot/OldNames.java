package dev.limbeck.scanner.boot;

import dev.limbeck.migration.RenamedFrom;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an attribute's field or getter says of its old names. Not safe for several threads.
 */
final class OldNames {
  /** Of the few members that say something, for each class that was asked about. */
  private final Map<Class<?>, Said> said = new HashMap<>();

  /** What fields and methods without parameters say, by their names. */
  private record Said(Map<String, RenamedFrom> fields, Map<String, RenamedFrom> methods) {
    static Said by(Class<?> type) {
      Map<String, RenamedFrom> fields = new HashMap<>();
      for (Field field : type.getDeclaredFields()) {
        RenamedFrom found = field.getAnnotation(RenamedFrom.class);
        if (found != null) {
          fields.put(field.getName(), found);
        }
      }
      Map<String, RenamedFrom> methods = new HashMap<>();
      for (Method method : type.getDeclaredMethods()) {
        RenamedFrom found =
            method.getParameterCount() == 0 ? method.getAnnotation(RenamedFrom.class) : null;
        if (found != null) {
          methods.put(method.getName(), found);
        }
      }
      return new Said(fields, methods);
    }

    @Nullable RenamedFrom of(String attribute) {
      RenamedFrom found = fields.get(attribute);
      if (found == null && !methods.isEmpty()) {
        String capital =
            attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        for (String name : new String[] {"get" + capital, "is" + capital, attribute}) {
          found = found == null ? methods.get(name) : found;
        }
      }
      return found;
    }
  }

  /** The annotation of the attribute, of the class or one that it extends; null where none is. */
  @Nullable RenamedFrom of(Class<?> type, String attribute) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      RenamedFrom found = said.computeIfAbsent(each, Said::by).of(attribute);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
