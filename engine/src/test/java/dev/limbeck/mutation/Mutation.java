package dev.limbeck.mutation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to change a fact of a catalog, and what a check says of it.
 *
 * @param catalog the catalog, such as {@code pg_attribute}
 * @param column the column of it, such as {@code attnotnull}
 * @param statements what changes the fact; empty where nothing can
 * @param expected the lines of the check; empty where the fact is no difference
 * @param notes the notes of the check
 * @param reason why it is no difference, or not one alone; null where nothing has to be said
 */
record Mutation(
    String catalog,
    String column,
    List<String> statements,
    List<String> expected,
    List<String> notes,
    @Nullable String reason) {

  String fact() {
    return catalog + "." + column;
  }

  /** All that the check says. */
  List<String> report() {
    List<String> lines = new ArrayList<>(expected);
    notes.forEach(note -> lines.add("note: " + note));
    return lines;
  }
}
