package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One difference, or one step of a revision, in a line: {@code add_column orders customer_id},
 * {@code alter_type orders status varchar(16) -> varchar(32)}.
 *
 * @param kind what is done, as {@code add_table}
 * @param object the table, sequence, type or schema, or what a statement says
 * @param name the part of it, such as a column; null where it is about the whole. A part without a
 *     name is named by its columns: {@code (a, b)}
 * @param from the fact before; null where it is absent, or where nothing changes but the object
 *     itself
 * @param to the fact after, or the new name; null as before
 * @param condition where or how it is done, such as {@code only on postgresql}; or null
 */
public record OperationLine(
    String kind,
    String object,
    @Nullable String name,
    @Nullable String from,
    @Nullable String to,
    @Nullable String condition) {
  public OperationLine {
    requireNonNull(kind, "kind");
    requireNonNull(object, "object");
  }

  /** The line. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(kind).append(' ').append(oneLine(object));
    if (name != null) {
      line.append(' ').append(name);
    }
    if (kind.startsWith("rename_")) {
      line.append(" -> ").append(to);
    } else if (from != null || to != null) {
      line.append(' ').append(fact(from)).append(" -> ").append(fact(to));
    }
    return condition == null ? line.toString() : line + " (" + condition + ")";
  }

  private static String fact(@Nullable String fact) {
    return fact == null ? "none" : fact.isBlank() ? "''" : oneLine(fact);
  }

  private static String oneLine(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }
}
