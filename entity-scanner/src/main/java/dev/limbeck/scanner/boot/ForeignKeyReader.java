package dev.limbeck.scanner.boot;

import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.scanner.ddl.ForeignKeyText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Makes the foreign keys of a table from Hibernate's. */
final class ForeignKeyReader {
  private final RecordingNaming naming;
  private final Names names;
  private final List<String> notes;

  ForeignKeyReader(RecordingNaming naming, Names names, List<String> notes) {
    this.naming = naming;
    this.names = names;
    this.notes = notes;
  }

  /**
   * The foreign keys that Hibernate's DDL would create, in the order of their columns in the table.
   * Hibernate's own order hangs on a counter of the whole process, so that the same entities would
   * give other revisions in another process.
   */
  List<ForeignKey> of(Table table) {
    List<Identifier> order = Names.of(table.getColumns());
    List<ForeignKey> keys = new ArrayList<>();
    for (var key : NewerMembers.foreignKeys(table)) {
      if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
        keys.add(key(key));
      }
    }
    keys.sort(
        Comparator.<ForeignKey, int[]>comparing(
                key -> key.columns().stream().mapToInt(order::indexOf).toArray(), Arrays::compare)
            .thenComparing(key -> key.target().toString()));
    return keys;
  }

  private ForeignKey key(org.hibernate.mapping.ForeignKey key) {
    String options = NewerMembers.options(key);
    ForeignKeyText text =
        ForeignKeyText.parse(
            key.getKeyDefinition() == null ? options : key.getKeyDefinition() + " " + options);
    if (!text.unread().isEmpty()) {
      notes.add(
          "foreign key "
              + key.getName()
              + " of "
              + names.of(key.getTable())
              + ": not all of its definition is read: "
              + text.unread());
    }
    List<Identifier> columns =
        text.columns().isEmpty() ? Names.of(key.getColumns()) : text.columns();
    QualifiedName target =
        text.target() == null ? names.of(key.getReferencedTable()) : text.target();
    List<Identifier> targetColumns =
        text.targetColumns().isEmpty()
            ? Names.of(
                key.isReferenceToPrimaryKey()
                    ? key.getReferencedTable().getPrimaryKey().getColumns()
                    : key.getReferencedColumns())
            : text.targetColumns();
    ReferentialAction onDelete =
        text.onDelete() == null ? action(key.getOnDeleteAction()) : text.onDelete();
    return new ForeignKey(
        name(key.getName()),
        columns,
        target,
        targetColumns,
        onDelete,
        text.onUpdate(),
        text.deferral());
  }

  private @Nullable Identifier name(@Nullable String rendered) {
    if (rendered == null) {
      return null;
    }
    Identifier name = Names.rendered(rendered);
    return naming.isMadeUp(name.text()) ? null : name;
  }

  private static ReferentialAction action(@Nullable OnDeleteAction action) {
    if (action == null) {
      return ReferentialAction.NO_ACTION;
    }
    return switch (action) {
      case NO_ACTION -> ReferentialAction.NO_ACTION;
      case CASCADE -> ReferentialAction.CASCADE;
      case RESTRICT -> ReferentialAction.RESTRICT;
      case SET_NULL -> ReferentialAction.SET_NULL;
      case SET_DEFAULT -> ReferentialAction.SET_DEFAULT;
    };
  }
}
