package dev.limbeck.scanner.boot;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Unique;
import dev.limbeck.scanner.ddl.ForeignKeyText;
import dev.limbeck.scanner.ddl.IndexOptionsText;
import dev.limbeck.scanner.ddl.IndexPartText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Makes the indexes and unique constraints of one table from Hibernate's. */
final class IndexReader {
  private final Table table;
  private final QualifiedName tableName;
  private final RecordingNaming naming;
  private final List<String> notes;

  IndexReader(Table table, QualifiedName tableName, RecordingNaming naming, List<String> notes) {
    this.table = table;
    this.tableName = tableName;
    this.naming = naming;
    this.notes = notes;
  }

  /** Reads an index; one on a column that the table lacks becomes a note. */
  void read(org.hibernate.mapping.Index index, List<Index> indexes) {
    List<IndexPart> parts = new ArrayList<>();
    for (Selectable selectable : index.getSelectables()) {
      IndexPart part = part(selectable, index.getName());
      if (part == null) {
        return;
      }
      String order = index.getSelectableOrderMap().get(selectable);
      parts.add(ordered(part, order));
    }
    IndexOptionsText options = IndexOptionsText.parse(NewerMembers.options(index));
    if (!options.unread().isEmpty()) {
      notes.add(
          "index "
              + index.getName()
              + " of "
              + tableName
              + ": not all of its options are read: "
              + options.unread());
    }
    indexes.add(
        new Index(
            chosen(Names.rendered(index.getName())),
            index.isUnique(),
            parts,
            null,
            options.include(),
            options.where() == null ? null : SqlExpression.of(options.where()),
            options.nullsNotDistinct()));
  }

  /** The table's own columns for those that a key names; empty, with a note, where one lacks. */
  List<Column> resolved(String key, List<Column> columns) {
    List<Column> resolved = new ArrayList<>();
    for (Column column : columns) {
      Column own = table.getColumn(column);
      if (own == null) {
        noteMissing(key, column.getName());
        return List.of();
      }
      resolved.add(own);
    }
    return resolved;
  }

  /** A unique constraint. */
  Unique unique(UniqueKey key, List<Column> resolved) {
    ForeignKeyText options = ForeignKeyText.parse(NewerMembers.options(key));
    if (!options.unread().isEmpty()) {
      notes.add(
          "unique constraint "
              + key.getName()
              + " of "
              + tableName
              + ": its options are not read: "
              + options.unread());
    }
    return new Unique(keyName(key), Names.of(resolved), false, options.deferral());
  }

  /** A unique index, for a key with an order. */
  Index uniqueIndex(UniqueKey key) {
    List<IndexPart> parts = new ArrayList<>();
    for (Column column : key.getColumns()) {
      Column own = table.getColumn(column);
      IndexPart part = IndexPart.of(Names.of(own == null ? column : own));
      parts.add(ordered(part, key.getColumnOrderMap().get(column)));
    }
    return new Index(keyName(key), true, parts, null, List.of(), null, false);
  }

  private @Nullable Identifier keyName(UniqueKey key) {
    // A name that a strategy made for a unique constraint is never in Hibernate's own DDL.
    return key.isNameExplicit() ? chosen(Names.rendered(key.getName())) : null;
  }

  private @Nullable IndexPart part(Selectable selectable, String index) {
    if (selectable instanceof Formula formula) {
      return IndexPartText.parse(formula.getFormula());
    }
    Column column = (Column) selectable;
    Column own = table.getColumn(column);
    if (own == null) {
      noteMissing(index, column.getName());
      return null;
    }
    return IndexPart.of(Names.of(own));
  }

  private void noteMissing(String key, String column) {
    notes.add(
        "index or key "
            + key
            + " of "
            + tableName
            + ": left out, the table has no column "
            + column
            + (column.contains("(") ? "; an expression stands in parentheses" : ""));
  }

  private static IndexPart ordered(IndexPart part, @Nullable String order) {
    String words = order == null ? "" : order.toLowerCase(Locale.ROOT);
    IndexPart ordered = words.startsWith("desc") ? part.desc() : part;
    if (words.endsWith("nulls first")) {
      return ordered.nullsFirst();
    }
    return words.endsWith("nulls last") ? ordered.nullsLast() : ordered;
  }

  private @Nullable Identifier chosen(Identifier name) {
    return naming.isMadeUp(name.text()) ? null : name;
  }
}
