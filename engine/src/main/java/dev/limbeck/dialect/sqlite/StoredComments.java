package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Identifier;
import java.util.List;
import java.util.Map;

/**
 * The comments in a stored {@code CREATE TABLE}, each as written, its marks included.
 *
 * @param ofColumns those of a column: before it, within it, or behind it on the same line
 * @param others all others, in order
 */
record StoredComments(Map<Identifier, List<String>> ofColumns, List<String> others) {
  static final StoredComments NONE = new StoredComments(Map.of(), List.of());

  StoredComments {
    ofColumns = Map.copyOf(ofColumns);
    others = List.copyOf(others);
  }
}
