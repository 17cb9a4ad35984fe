package dev.limbeck.command;

import dev.limbeck.model.SqlValue;
import java.util.List;
import java.util.stream.Collectors;

/** Values, for people. */
final class SqlValues {
  private SqlValues() {}

  static String text(List<SqlValue> values) {
    return values.stream()
        .map(value -> value.kind() == SqlValue.Kind.NULL ? "null" : value.text())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
