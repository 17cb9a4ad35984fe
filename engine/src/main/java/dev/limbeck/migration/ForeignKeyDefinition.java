package dev.limbeck.migration;

import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A foreign key in the making; it counts from {@link #references} on. */
public final class ForeignKeyDefinition {
  private final Identifier name;
  private final List<Identifier> columns;
  private final Consumer<ForeignKey> changed;
  private @Nullable ForeignKey key;

  ForeignKeyDefinition(Identifier name, List<Identifier> columns, Consumer<ForeignKey> changed) {
    this.name = name;
    this.columns = columns;
    this.changed = changed;
  }

  /** Says what it refers to: a table, and as many of its columns as there are referring ones. */
  public ForeignKeyDefinition references(String table, String... targetColumns) {
    List<Identifier> targets = Stream.of(targetColumns).map(Identifier::parse).toList();
    return with(ForeignKey.of(name, columns, QualifiedName.parse(table), targets));
  }

  /** Says what happens when the target row is deleted. */
  public ForeignKeyDefinition onDelete(ReferentialAction action) {
    return with(known().withActions(action, known().onUpdate()));
  }

  /** Says what happens when the target row's key changes. */
  public ForeignKeyDefinition onUpdate(ReferentialAction action) {
    return with(known().withActions(known().onDelete(), action));
  }

  /** Says when it is checked. */
  public ForeignKeyDefinition deferrable(Deferral deferral) {
    return with(known().withDeferral(deferral));
  }

  private ForeignKey known() {
    if (key == null) {
      throw new RevisionBodyException(
          "The foreign key "
              + name
              + " does not say what it refers to.\n  Call references(table, columns) first.");
    }
    return key;
  }

  private ForeignKeyDefinition with(ForeignKey value) {
    key = value;
    changed.accept(value);
    return this;
  }
}
