package dev.limbeck.scanner.ddl;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Deferral;
import dev.limbeck.model.Identifier;
import org.jspecify.annotations.Nullable;

/** A constraint inside the definition of a column. */
public sealed interface ColumnConstraintText {

  /** The constraint's name, or null where the definition gives none. */
  @Nullable Identifier name();

  /**
   * A check.
   *
   * @param condition its condition
   */
  record CheckText(@Nullable Identifier name, String condition) implements ColumnConstraintText {
    public CheckText {
      requireNonNull(condition, "condition");
    }
  }

  /**
   * That no two rows have one value.
   *
   * @param deferral when that is checked
   */
  record UniqueText(@Nullable Identifier name, Deferral deferral) implements ColumnConstraintText {
    public UniqueText {
      requireNonNull(deferral, "deferral");
    }
  }

  /** That the column is the table's key. */
  record PrimaryKeyText(@Nullable Identifier name) implements ColumnConstraintText {}

  /**
   * A reference to another table.
   *
   * @param key what it says
   */
  record ReferenceText(@Nullable Identifier name, ForeignKeyText key)
      implements ColumnConstraintText {
    public ReferenceText {
      requireNonNull(key, "key");
    }
  }
}
