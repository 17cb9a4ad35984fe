package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.sqlite.StoredTable.Reference;
import dev.limbeck.dialect.sqlite.StoredTable.Rule;
import dev.limbeck.dialect.sqlite.StoredTable.Whole;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the model's tables of stored ones. */
final class StoredTableReader {
  private final SqliteTypes types;
  private final Map<Identifier, StoredTable> all;

  /**
   * @param all all stored tables, since a foreign key may leave out which columns it refers to
   */
  StoredTableReader(SqliteTypes types, Map<Identifier, StoredTable> all) {
    this.types = types;
    this.all = all;
  }

  /** The table, with the indexes that their statements create. */
  Table table(Identifier name, StoredTable stored, List<String> indexStatements) {
    List<Identifier> key = key(stored);
    List<Column> columns =
        stored.columns().stream().map(column -> column(stored, key, column)).toList();
    List<Constraint> constraints = new ArrayList<>();
    for (Rule rule : stored.constraints()) {
      constraints.add(
          rule instanceof Whole whole ? whole.constraint() : foreignKey((Reference) rule));
    }
    List<Index> indexes = new ArrayList<>();
    for (String sql : indexStatements) {
      try {
        indexes.add(IndexDdlParser.parse(sql));
      } catch (UnreadableDdlException e) {
        throw SqliteCatalog.unreadable(name, "of an index, " + e.getMessage(), e);
      }
    }
    TableOptions options =
        new TableOptions(stored.autoIncrement(), stored.strict(), stored.withoutRowid());
    return new Table(QualifiedName.of(name), columns, constraints, indexes, null, options.text());
  }

  private Column column(StoredTable table, List<Identifier> key, StoredTable.Column column) {
    boolean single = key.equals(List.of(column.name())) && !table.withoutRowid();
    boolean alias = single && column.type().equalsIgnoreCase("integer");
    boolean identity = alias && (table.autoIncrement() || !column.notNull());
    return new Column(
        column.name(),
        types.parse(column.type()),
        !column.notNull() && !identity,
        column.defaultValue() == null ? null : SqlExpression.of(column.defaultValue()),
        identity ? Generation.identity() : column.generation(),
        null,
        column.collation());
  }

  private static List<Identifier> key(StoredTable table) {
    for (Rule rule : table.constraints()) {
      if (rule instanceof Whole whole && whole.constraint() instanceof PrimaryKey key) {
        return key.columns();
      }
    }
    return List.of();
  }

  /**
   * A key that leaves out what it refers to means the other table's primary key; where there is
   * none, SQLite refuses every row, and the columns' own names are taken.
   */
  private Constraint foreignKey(Reference reference) {
    List<Identifier> target = reference.targetColumns();
    if (target.isEmpty()) {
      @Nullable StoredTable table = all.get(reference.target());
      List<Identifier> key = table == null ? List.of() : key(table);
      target = key.size() == reference.columns().size() ? key : reference.columns();
    }
    return new ForeignKey(
        reference.name(),
        reference.columns(),
        QualifiedName.of(reference.target()),
        target,
        reference.onDelete(),
        reference.onUpdate(),
        reference.deferral());
  }
}
