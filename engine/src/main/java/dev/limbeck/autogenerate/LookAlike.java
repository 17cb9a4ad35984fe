package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that would go and something that would come, which look like one thing with another
 * name. Only a person knows.
 *
 * @param kind what it is
 * @param owner the table of a column, or type of a label, by its name afterwards; the old name of a
 *     table, sequence or type
 * @param column the old name of a column or label, else null
 * @param to the new name, that of a table, sequence or type with its schema
 * @param score how much alike they are, 0 to 1
 * @param evidence what speaks for it, for people
 */
public record LookAlike(
    Kind kind,
    QualifiedName owner,
    @Nullable Identifier column,
    QualifiedName to,
    double score,
    List<String> evidence) {

  /** The kinds of objects that are asked about. */
  public enum Kind {
    TABLE,
    COLUMN,
    SEQUENCE,
    /** An enumerated type. */
    TYPE,
    /** A label of an enumerated type. */
    LABEL;

    /** The word for people. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public LookAlike {
    requireNonNull(kind, "kind");
    requireNonNull(owner, "owner");
    requireNonNull(to, "to");
    evidence = List.copyOf(evidence);
  }

  /** The old name as answers spell it: {@code table}, {@code table.column}, {@code type.label}. */
  public String key() {
    return column == null ? owner.toString() : owner + "." + spelled(column);
  }

  /** The new name as answers spell it: with its schema where that is another one. */
  public String newName() {
    return column == null && !Objects.equals(owner.schema(), to.schema())
        ? to.toString()
        : spelled(to.name());
  }

  /** Labels are texts, which nothing folds. */
  private String spelled(Identifier name) {
    return kind == Kind.LABEL ? name.text() : name.toString();
  }

  /** The question for people. */
  @Override
  public String toString() {
    return kind.word()
        + " "
        + key()
        + " -> "
        + newName()
        + " ("
        + String.join(", ", evidence)
        + ")";
  }
}
