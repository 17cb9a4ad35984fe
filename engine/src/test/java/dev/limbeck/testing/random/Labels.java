package dev.limbeck.testing.random;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of enumerated types, and arrays of them in the text that PostgreSQL writes. */
final class Labels {
  private Labels() {}

  /** The type of the schema that a column's values are of, or its elements; null for others. */
  static @Nullable NamedType typeOf(ColumnType type) {
    ColumnType plain = type instanceof ArrayType array ? array.element() : type;
    return plain instanceof NamedType named ? named : null;
  }

  /** The labels in a value of such a type. */
  static List<String> in(ColumnType type, String value) {
    return type instanceof ArrayType ? elements(value) : List.of(value);
  }

  /** The value with other labels. */
  static String changed(ColumnType type, String value, UnaryOperator<String> change) {
    return type instanceof ArrayType
        ? array(elements(value).stream().map(change).toList())
        : change.apply(value);
  }

  static String array(List<String> labels) {
    return labels.stream().map(Labels::element).collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(String label) {
    boolean plain = label.chars().allMatch(Character::isLetterOrDigit) && !label.isEmpty();
    return plain ? label : '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> elements(String array) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < array.length(); i++) {
      char c = array.charAt(i);
      if (c == '\\') {
        element.append(array.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '}')) {
        if (array.length() > 2) {
          elements.add(element.toString());
        }
        element.setLength(0);
      } else {
        element.append(c);
      }
    }
    return elements;
  }
}
