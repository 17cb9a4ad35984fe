package dev.limbeck.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a table's rows obey.
 *
 * <p>A name of null says that nobody gave one: the mapping left it open, or the database shows
 * none. Such a name never makes a difference; {@link NamingConvention} gives one before the
 * constraint is created.
 */
public sealed interface Constraint permits PrimaryKey, Unique, ForeignKey, Check {

  /** Its name, or null where nobody gave one. */
  @Nullable Identifier name();

  /** The columns that it is on, in its order; for a check those of a typed condition. */
  List<Identifier> columns();

  Constraint withName(@Nullable Identifier name);

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** A case for each kind. */
  interface Visitor<R> {
    R primaryKey(PrimaryKey key);

    R unique(Unique unique);

    R foreignKey(ForeignKey key);

    R check(Check check);
  }
}
