package dev.limbeck.migration;

import dev.limbeck.model.Deferral;
import dev.limbeck.model.Unique;
import java.util.function.Consumer;

/** A unique constraint in the making. */
public final class UniqueDefinition {
  private final Consumer<Unique> changed;
  private Unique unique;

  UniqueDefinition(Unique unique, Consumer<Unique> changed) {
    this.unique = unique;
    this.changed = changed;
    changed.accept(unique);
  }

  /** Counts two nulls as equal. */
  public UniqueDefinition nullsNotDistinct() {
    return with(new Unique(unique.name(), unique.columns(), true, unique.deferral()));
  }

  /** Says when it is checked. */
  public UniqueDefinition deferrable(Deferral deferral) {
    return with(new Unique(unique.name(), unique.columns(), unique.nullsNotDistinct(), deferral));
  }

  private UniqueDefinition with(Unique value) {
    unique = value;
    changed.accept(value);
    return this;
  }
}
