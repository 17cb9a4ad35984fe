package dev.limbeck.migration;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A new name for a label of an enumerated type. */
public final class EnumLabelChange {
  private final Consumer<RenameEnumLabel> changed;
  private RenameEnumLabel rename;

  EnumLabelChange(RenameEnumLabel rename, Consumer<RenameEnumLabel> changed) {
    this.changed = changed;
    this.rename = rename;
    changed.accept(rename);
  }

  /**
   * A column of the type. Databases without such types keep texts there and have to be told; others
   * know all of them.
   */
  public EnumLabelChange column(String table, String column) {
    List<EnumColumn> columns = new ArrayList<>(rename.columns());
    columns.add(new EnumColumn(QualifiedName.parse(table), Identifier.parse(column)));
    rename = new RenameEnumLabel(rename.type(), rename.from(), rename.to(), columns);
    changed.accept(rename);
    return this;
  }
}
