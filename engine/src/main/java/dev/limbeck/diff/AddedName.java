package dev.limbeck.diff;

import dev.limbeck.model.Identifier;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import org.jspecify.annotations.Nullable;

/**
 * The name that an alteration brings into the schema, if it brings one that has to be unique there.
 */
final class AddedName {
  private AddedName() {}

  static @Nullable Identifier of(TableAlteration alteration) {
    if (alteration instanceof AddConstraint add) {
      return add.constraint().name();
    }
    if (alteration instanceof AddIndex add) {
      return add.index().name();
    }
    if (alteration instanceof RenameConstraint rename) {
      return rename.to();
    }
    return alteration instanceof RenameIndex rename ? rename.to() : null;
  }
}
