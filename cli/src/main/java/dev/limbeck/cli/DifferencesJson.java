package dev.limbeck.cli;

import dev.limbeck.command.OperationLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differences as JSON, an object a line. */
final class DifferencesJson {
  private DifferencesJson() {}

  static List<String> lines(List<OperationLine> differences, List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add("{");
    lines.add("  \"differences\": [");
    for (int i = 0; i < differences.size(); i++) {
      lines.add("    " + object(differences.get(i)) + (i + 1 < differences.size() ? "," : ""));
    }
    lines.add("  ],");
    lines.add("  \"notes\": [");
    for (int i = 0; i < notes.size(); i++) {
      lines.add("    " + string(notes.get(i)) + (i + 1 < notes.size() ? "," : ""));
    }
    lines.add("  ]");
    lines.add("}");
    return lines;
  }

  private static String object(OperationLine line) {
    return "{\"kind\": "
        + string(line.kind())
        + ", \"object\": "
        + string(line.object())
        + ", \"name\": "
        + string(line.name())
        + ", \"from\": "
        + string(line.from())
        + ", \"to\": "
        + string(line.to())
        + ", \"condition\": "
        + string(line.condition())
        + "}";
  }

  private static String string(@Nullable String text) {
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
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
