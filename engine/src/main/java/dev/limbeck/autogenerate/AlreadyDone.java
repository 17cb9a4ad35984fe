package dev.limbeck.autogenerate;

import dev.limbeck.model.Check;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import dev.limbeck.operation.TableObjects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a table is already as an alteration would make it. A revision that brings back what a
 * hand had taken away from one database says such things to all others.
 */
record AlreadyDone(Table table) implements TableAlteration.Visitor<Boolean> {

  @Override
  public Boolean addColumn(AddColumn alteration) {
    var present = table.column(alteration.column().name());
    return present != null && present.type().equals(alteration.column().type());
  }

  @Override
  public Boolean dropColumn(DropColumn alteration) {
    return table.column(alteration.name()) == null;
  }

  @Override
  public Boolean renameColumn(RenameColumn alteration) {
    return table.column(alteration.from()) == null && table.column(alteration.to()) != null;
  }

  @Override
  public Boolean alterColumn(AlterColumn alteration) {
    return false;
  }

  @Override
  public Boolean addConstraint(AddConstraint alteration) {
    return table.constraints().stream()
        .anyMatch(present -> TableObjects.sameStructure(present, alteration.constraint()));
  }

  @Override
  public Boolean dropConstraint(DropConstraint alteration) {
    return TableObjects.find(table, alteration) == null;
  }

  @Override
  public Boolean renameConstraint(RenameConstraint alteration) {
    return !hasConstraint(alteration.from()) && hasConstraint(alteration.to());
  }

  @Override
  public Boolean alterCheck(AlterCheck alteration) {
    return table.constraints().stream()
        .anyMatch(
            present -> present instanceof Check check && check.condition().equals(alteration.to()));
  }

  @Override
  public Boolean addIndex(AddIndex alteration) {
    return table.indexes().stream()
        .anyMatch(present -> TableObjects.sameStructure(present, alteration.index()));
  }

  @Override
  public Boolean dropIndex(DropIndex alteration) {
    return TableObjects.find(table, alteration) == null;
  }

  @Override
  public Boolean renameIndex(RenameIndex alteration) {
    return !hasIndex(alteration.from()) && hasIndex(alteration.to());
  }

  @Override
  public Boolean alterComment(AlterComment alteration) {
    return false;
  }

  private boolean hasConstraint(@Nullable Identifier name) {
    return table.constraints().stream()
        .anyMatch(constraint -> constraint.name() != null && constraint.name().equals(name));
  }

  private boolean hasIndex(@Nullable Identifier name) {
    return table.indexes().stream()
        .anyMatch(index -> index.name() != null && index.name().equals(name));
  }
}
