package dev.limbeck.scanner.boot;

import dev.limbeck.migration.RenamedFrom;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an attribute's field or getter says of its old names. */
final class OldNames {
  private OldNames() {}

  /** The annotation of the attribute, of the class or one that it extends; null where none is. */
  static @Nullable RenamedFrom of(Class<?> type, String attribute) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      RenamedFrom found =
          Stream.concat(
                  Arrays.stream(each.getDeclaredFields())
                      .filter(field -> field.getName().equals(attribute)),
                  Arrays.stream(each.getDeclaredMethods())
                      .filter(method -> isGetter(method, attribute)))
              .map(element -> ((AnnotatedElement) element).getAnnotation(RenamedFrom.class))
              .filter(annotation -> annotation != null)
              .findFirst()
              .orElse(null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isGetter(Method method, String attribute) {
    String capital = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
    String name = method.getName();
    return method.getParameterCount() == 0
        && (name.equals("get" + capital) || name.equals("is" + capital) || name.equals(attribute));
  }
}
