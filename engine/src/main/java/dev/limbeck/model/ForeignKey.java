package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the rows of a table.
 *
 * @param name its name, or null where nobody gave one
 * @param columns the referring columns, in order
 * @param target the table referred to
 * @param targetColumns the columns referred to, as many as there are columns
 * @param onDelete what happens when the target row is deleted
 * @param onUpdate what happens when the target row's key changes
 * @param deferral when it is checked
 */
public record ForeignKey(
    @Nullable Identifier name,
    List<Identifier> columns,
    QualifiedName target,
    List<Identifier> targetColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferral deferral)
    implements Constraint {
  public ForeignKey {
    columns = ConstraintColumns.required("A foreign key", columns);
    requireNonNull(target, "target");
    targetColumns = List.copyOf(targetColumns);
    requireNonNull(onDelete, "onDelete");
    requireNonNull(onUpdate, "onUpdate");
    requireNonNull(deferral, "deferral");
    if (columns.size() != targetColumns.size()) {
      throw new LimbeckException(
          "LMB-213",
          "A foreign key refers with "
              + columns
              + " to "
              + target
              + targetColumns
              + ": not as many columns on both sides.");
    }
  }

  /** A reference that is checked at once and forbids to delete what is referred to. */
  public static ForeignKey of(
      @Nullable Identifier name,
      List<Identifier> columns,
      QualifiedName target,
      List<Identifier> targetColumns) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        Deferral.NONE);
  }

  @Override
  public ForeignKey withName(@Nullable Identifier value) {
    return new ForeignKey(value, columns, target, targetColumns, onDelete, onUpdate, deferral);
  }

  public ForeignKey withColumns(List<Identifier> value) {
    return new ForeignKey(name, value, target, targetColumns, onDelete, onUpdate, deferral);
  }

  public ForeignKey withTarget(QualifiedName value, List<Identifier> valueColumns) {
    return new ForeignKey(name, columns, value, valueColumns, onDelete, onUpdate, deferral);
  }

  public ForeignKey withActions(ReferentialAction delete, ReferentialAction update) {
    return new ForeignKey(name, columns, target, targetColumns, delete, update, deferral);
  }

  public ForeignKey withDeferral(Deferral value) {
    return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, value);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.foreignKey(this);
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ForeignKey other
        && Objects.equals(name, other.name)
        && columns.equals(other.columns)
        && target.equals(other.target)
        && targetColumns.equals(other.targetColumns)
        && onDelete == other.onDelete
        && onUpdate == other.onUpdate
        && deferral == other.deferral;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, columns, target, targetColumns, onDelete, onUpdate, deferral);
  }
}
