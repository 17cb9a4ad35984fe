package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text in SQL that is a label, or an array of labels as PostgreSQL writes it. */
final class LabelText {
  private LabelText() {}

  /** The labels of the text: itself, and what stands in braces. */
  static List<String> labels(String text) {
    List<String> labels = new ArrayList<>();
    labels.add(text);
    if (isArray(text)) {
      labels.addAll(elements(text));
    }
    return labels;
  }

  /** The text with other labels in place of some. */
  static String relabelled(String text, Map<String, String> labels) {
    if (labels.containsKey(text) || !isArray(text)) {
      return labels.getOrDefault(text, text);
    }
    List<String> elements = elements(text);
    if (elements.stream().noneMatch(labels::containsKey)) {
      return text;
    }
    return "{"
        + String.join(
            ",", elements.stream().map(each -> quoted(labels.getOrDefault(each, each))).toList())
        + "}";
  }

  private static String quoted(String label) {
    return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isArray(String text) {
    return text.startsWith("{") && text.endsWith("}") && text.length() > 2;
  }

  private static List<String> elements(String array) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    boolean inQuotes = false;
    for (int i = 1; i < array.length() - 1; i++) {
      char c = array.charAt(i);
      if (c == '\\') {
        element.append(array.charAt(++i));
      } else if (c == '"') {
        inQuotes = !inQuotes;
      } else if (c == ',' && !inQuotes) {
        elements.add(element.toString());
        element.setLength(0);
      } else {
        element.append(c);
      }
    }
    elements.add(element.toString());
    return elements;
  }
}
