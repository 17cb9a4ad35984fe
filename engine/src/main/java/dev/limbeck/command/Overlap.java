package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An object of the database that two branches change, each without knowing of the other.
 *
 * @param kind {@code table}, {@code sequence}, {@code type} or {@code schema}
 * @param object its name
 * @param columns the columns that both change, sorted; none where they change different ones
 * @param whole true where one of them creates, drops or renames it
 * @param touches what each branch does with it, those of one branch together
 */
public record Overlap(
    String kind, String object, List<String> columns, boolean whole, List<Touch> touches) {
  public Overlap {
    requireNonNull(kind, "kind");
    requireNonNull(object, "object");
    columns = List.copyOf(columns);
    touches = List.copyOf(touches);
  }

  /**
   * What a revision does with the object.
   *
   * @param revision its id
   * @param line what it does
   */
  public record Touch(String revision, OperationLine line) {
    public Touch {
      requireNonNull(revision, "revision");
      requireNonNull(line, "line");
    }
  }
}
