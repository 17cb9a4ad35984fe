package dev.limbeck.scanner.boot;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Unique;
import dev.limbeck.scanner.ddl.ColumnConstraintText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.CheckText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.PrimaryKeyText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.ReferenceText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.UniqueText;
import dev.limbeck.scanner.ddl.ForeignKeyText;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Makes the constraints of a table that stand in the definitions of its columns. */
final class ColumnConstraints {
  private final Metadata metadata;
  private final Names names;
  private final List<String> notes;

  ColumnConstraints(Metadata metadata, Names names, List<String> notes) {
    this.metadata = metadata;
    this.names = names;
    this.notes = notes;
  }

  /** The constraint; null, with a note, where it cannot be one of the table. */
  @Nullable Constraint of(Table table, Column column, ColumnConstraintText text) {
    Identifier name = Names.of(column);
    if (text instanceof CheckText check) {
      return new Check(check.name(), new CheckCondition.Sql(SqlExpression.of(check.condition())));
    }
    if (text instanceof UniqueText unique) {
      return new Unique(unique.name(), List.of(name), false, unique.deferral());
    }
    return text instanceof ReferenceText reference
        ? reference(table, name, reference)
        : primaryKey(table, column, (PrimaryKeyText) text);
  }

  private @Nullable Constraint primaryKey(Table table, Column column, PrimaryKeyText text) {
    var key = table.getPrimaryKey();
    if (key == null || key.getColumns().isEmpty()) {
      return new PrimaryKey(text.name(), List.of(Names.of(column)));
    }
    if (!key.getColumns().equals(List.of(column))) {
      note(table, Names.of(column), "primary key, which the table has already");
    }
    return null;
  }

  private @Nullable Constraint reference(Table table, Identifier column, ReferenceText text) {
    ForeignKeyText key = text.key();
    Table target = key.target() == null ? null : table(key.target());
    List<Identifier> columns = key.targetColumns();
    if (columns.isEmpty() && target != null && target.getPrimaryKey() != null) {
      columns = Names.of(target.getPrimaryKey().getColumns());
    }
    if (key.target() == null || columns.size() != 1) {
      note(table, column, "references " + (key.target() == null ? "" : key.target()));
      return null;
    }
    return new ForeignKey(
        text.name(),
        List.of(column),
        target == null ? key.target() : names.of(target),
        columns,
        key.onDelete() == null ? ReferentialAction.NO_ACTION : key.onDelete(),
        key.onUpdate(),
        key.deferral());
  }

  /** The table of the entities that a name, with its schema or without, means; null for none. */
  private @Nullable Table table(QualifiedName name) {
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      for (Table table : namespace.getTables()) {
        QualifiedName own = names.of(table);
        boolean sameSchema = name.schema() == null || name.schema().equals(own.schema());
        if (sameSchema && own.name().equals(name.name())) {
          return table;
        }
      }
    }
    return null;
  }

  private void note(Table table, Identifier column, String clause) {
    notes.add(
        "column "
            + names.of(table)
            + "."
            + column
            + ": not all of its columnDefinition and options is read: "
            + clause);
  }
}
