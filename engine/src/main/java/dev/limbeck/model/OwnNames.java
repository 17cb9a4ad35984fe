package dev.limbeck.model;

import org.jspecify.annotations.Nullable;

/** Names that a program gives, before a {@link NamingConvention} does. */
public interface OwnNames {

  /** The name of a constraint that nobody named, or null. */
  @Nullable String name(QualifiedName table, Constraint constraint);

  /** The name of an index that nobody named, or null. */
  @Nullable String name(QualifiedName table, Index index);

  /** Gives none. */
  static OwnNames none() {
    return new OwnNames() {
      @Override
      public @Nullable String name(QualifiedName table, Constraint constraint) {
        return null;
      }

      @Override
      public @Nullable String name(QualifiedName table, Index index) {
        return null;
      }
    };
  }
}
