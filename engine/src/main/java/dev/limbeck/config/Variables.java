package dev.limbeck.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ${NAME}} and {@code ${NAME:default}} in settings stand for: a system property, else a
 * variable of the environment, else one of the {@code .env} file, else the default. A default may hold
 * further variables. {@code $${} is a plain {@code ${}.
 */
record Variables(Map<String, String> environment, Map<String, String> dotEnv) {

  Variables {
    environment = Map.copyOf(environment);
    dotEnv = Map.copyOf(dotEnv);
  }

  /** The value of a variable, or null where it has none. */
  @Nullable String value(String name) {
    String property = System.getProperty(name);
    if (property != null) {
      return property;
    }
    String variable = environment.get(name);
    return variable != null ? variable : dotEnv.get(name);
  }

  /**
   * The text with its variables replaced.
   *
   * @throws UnsetException where one has neither value nor default, or is not closed
   */
  String interpolated(String text) {
    Set<String> missing = new LinkedHashSet<>();
    String result = interpolated(text, missing);
    if (!missing.isEmpty()) {
      throw new UnsetException(new ArrayList<>(missing));
    }
    return result;
  }

  private String interpolated(String text, Set<String> missing) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        result.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        int end = closing(text, at + 2);
        if (end < 0) {
          missing.add(text.substring(at) + " (not closed)");
          return result.toString();
        }
        result.append(replaced(text.substring(at + 2, end), missing));
        at = end + 1;
      } else {
        result.append(text.charAt(at++));
      }
    }
    return result.toString();
  }

  private String replaced(String content, Set<String> missing) {
    int colon = content.indexOf(':');
    String name = colon < 0 ? content : content.substring(0, colon);
    String value = value(name);
    if (value != null) {
      return value;
    }
    if (colon < 0) {
      missing.add(name);
      return "";
    }
    return interpolated(content.substring(colon + 1), missing);
  }

  /** Where the brace that was opened before a position is closed, or -1. */
  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
        i++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Variables without value and default. */
  static final class UnsetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    UnsetException(List<String> names) {
      super(String.join(", ", names));
      this.names = names;
    }

    List<String> names() {
      return names;
    }
  }
}
