package dev.limbeck.migration;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what the body of a {@code createTable} says. */
final class TableRecorder implements TableDefinition {
  private final QualifiedName name;
  private final RecordedList<Column> columns = new RecordedList<>();
  private final RecordedList<Constraint> constraints = new RecordedList<>();
  private final RecordedList<Index> indexes = new RecordedList<>();
  private @Nullable String comment;
  private @Nullable String options;

  TableRecorder(QualifiedName name) {
    this.name = name;
  }

  Table table() {
    Map<Object, SourceLine> lines = new IdentityHashMap<>();
    return new Table(
        name, columns.done(lines), constraints.done(lines), indexes.done(lines), comment, options);
  }

  @Override
  public ColumnDefinition column(String column, ColumnType type) {
    return new ColumnDefinition(Column.of(column, type), columns.slot(ColumnDefinition::column));
  }

  @Override
  public void primaryKey(String key, String... on) {
    constraints.add(new PrimaryKey(Identifier.parse(key), identifiers(on)));
  }

  @Override
  public UniqueDefinition unique(String unique, String... on) {
    return new UniqueDefinition(
        Unique.of(Identifier.parse(unique), identifiers(on)), constraints.slot(value -> value));
  }

  @Override
  public ForeignKeyDefinition foreignKey(String key, String... on) {
    return new ForeignKeyDefinition(
        Identifier.parse(key), identifiers(on), constraints.slot(value -> value));
  }

  @Override
  public void check(String check, String sql) {
    check(check, CheckCondition.sql(sql));
  }

  @Override
  public void check(String check, CheckCondition condition) {
    constraints.add(new Check(Identifier.parse(check), condition));
  }

  @Override
  public IndexDefinition index(String index, String... on) {
    return define(index(index, false, on));
  }

  @Override
  public IndexDefinition index(String index, IndexPart first, IndexPart... more) {
    return define(index(index, false, first, more));
  }

  @Override
  public IndexDefinition uniqueIndex(String index, String... on) {
    return define(index(index, true, on));
  }

  @Override
  public IndexDefinition uniqueIndex(String index, IndexPart first, IndexPart... more) {
    return define(index(index, true, first, more));
  }

  @Override
  public void comment(String text) {
    comment = text;
  }

  @Override
  public void options(String sql) {
    options = sql;
  }

  private IndexDefinition define(Index index) {
    Consumer<Index> slot = indexes.slot(value -> value);
    return new IndexDefinition(index, (built, concurrently) -> slot.accept(built));
  }

  static List<Identifier> identifiers(String... names) {
    return Stream.of(names).map(Identifier::parse).toList();
  }

  static Index index(String name, boolean unique, String... columns) {
    return Index.of(Identifier.parse(name), unique, identifiers(columns));
  }

  static Index index(String name, boolean unique, IndexPart first, IndexPart... more) {
    List<IndexPart> parts = new ArrayList<>(List.of(more));
    parts.add(0, first);
    return new Index(Identifier.parse(name), unique, parts, null, List.of(), null, false);
  }
}
