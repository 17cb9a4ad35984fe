package dev.limbeck.cli;

import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as JSON. */
final class JsonText {
  private JsonText() {}

  static String of(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  /** A member of an object, with a text. */
  static String member(String name, String value) {
    return "\"" + name + "\": " + of(value);
  }

  /** The members that tell of a step. */
  static String members(RevisionStep step) {
    return member("revision", step.revision().id())
        + ", "
        + member("direction", step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade")
        + ", "
        + member("message", step.revision().message());
  }

  static String of(List<String> texts) {
    return texts.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
  }
}
