package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or index that an alteration drops or adds.
 *
 * @param table the table that it is of
 * @param alteration the alteration
 * @param name its name, or null
 * @param constraint what it is, or null for an index
 * @param index what it is, or null for a constraint
 */
record TablePart(
    QualifiedName table,
    TableAlteration alteration,
    @Nullable Identifier name,
    @Nullable Constraint constraint,
    @Nullable Index index) {

  /** What an alteration drops; null where it drops none, or says nothing of it but the name. */
  static @Nullable TablePart dropped(QualifiedName table, TableAlteration alteration) {
    if (alteration instanceof DropConstraint drop && drop.constraint() != null) {
      return new TablePart(table, drop, drop.name(), drop.constraint(), null);
    }
    return alteration instanceof DropIndex drop && drop.index() != null
        ? new TablePart(table, drop, drop.name(), null, drop.index())
        : null;
  }

  /** What an alteration adds; null where it adds none. */
  static @Nullable TablePart added(QualifiedName table, TableAlteration alteration) {
    if (alteration instanceof AddConstraint add) {
      return new TablePart(table, add, add.constraint().name(), add.constraint(), null);
    }
    return alteration instanceof AddIndex add
        ? new TablePart(table, add, add.index().name(), null, add.index())
        : null;
  }

  /** The kind as lines have it: {@code foreign_key}. */
  String kind() {
    return constraint == null ? "index" : OperationLines.kind(constraint);
  }

  String kindInWords() {
    String words = kind().replace('_', ' ');
    if (index != null) {
      return index.unique() ? "unique index" : words;
    }
    return constraint instanceof Unique ? "unique constraint" : words;
  }

  /** The name; that of its columns where it has none. */
  String shownName() {
    return name == null
        ? columns().stream().map(Identifier::toString).collect(Collectors.joining(", ", "(", ")"))
        : name.toString();
  }

  /** All of it in a line. */
  String text() {
    if (constraint != null) {
      return PartText.constraint(constraint);
    }
    return index == null ? kind() : "index " + PartText.index(index);
  }

  Map<String, String> facts() {
    if (constraint != null) {
      return PartFacts.of(constraint);
    }
    return index == null ? Map.of() : PartFacts.of(index);
  }

  boolean isOfKindOf(TablePart other) {
    return kind().equals(other.kind());
  }

  boolean hasNameOf(TablePart other) {
    return name != null && name.equals(other.name);
  }

  /** True where two parts of one kind are on the same columns. */
  boolean isAboutSameAs(TablePart other) {
    if (constraint instanceof PrimaryKey) {
      return true;
    }
    boolean opaque =
        constraint instanceof Check check && check.condition() instanceof CheckCondition.Sql;
    return !opaque && !columns().isEmpty() && columns().equals(other.columns());
  }

  /** True where both forbid the same values, the one as constraint and the other as index. */
  boolean isUniqueAs(TablePart other) {
    return isUnique() && other.isUnique() && columns().equals(other.columns());
  }

  private boolean isUnique() {
    return constraint instanceof Unique
        || index != null
            && index.unique()
            && index.where() == null
            && index.parts().equals(index.columns().stream().map(IndexPart::of).toList());
  }

  /** The columns that it is known to be on. */
  List<Identifier> columns() {
    if (constraint != null) {
      return constraint.columns();
    }
    return index == null ? List.of() : index.columns();
  }
}
