package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.AnsiStatementPlanner;
import dev.limbeck.dialect.IdColumn;
import dev.limbeck.dialect.Remap;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How SQLite does operations. What it does not have (schemas, enumerated types, comments) takes no
 * statement; a sequence is {@linkplain EmulatedSequence emulated}; a table is altered in place
 * where SQLite can, else {@linkplain TableRebuild rebuilt}, once for each {@code AlterTable}.
 */
final class SqlitePlanner extends AnsiStatementPlanner {
  private final SqliteRenderer sql;
  private final SqliteProjection projection;

  SqlitePlanner(SqliteRenderer sql, SqliteProjection projection) {
    super(sql);
    this.sql = sql;
    this.projection = projection;
  }

  @Override
  public List<Operation> rewrite(List<Operation> operations, List<Operation> behind) {
    return new KeyFolding(projection).fold(new CreationFolding(projection).fold(operations));
  }

  @Override
  protected List<String> createSchema(CreateSchema operation) {
    return List.of();
  }

  @Override
  protected List<String> dropSchema(DropSchema operation) {
    return List.of();
  }

  @Override
  protected List<String> createTable(CreateTable operation) {
    return super.createTable(new CreateTable(projection.written(operation.table())));
  }

  @Override
  protected List<String> comments(Table table) {
    return List.of();
  }

  @Override
  protected List<String> renameTable(RenameTable operation, SchemaState before) {
    return rename(operation.from(), operation.to());
  }

  @Override
  protected List<String> alterTable(AlterTable operation, SchemaState before) {
    return new TableChangePlan(sql, projection, operation, before).statements();
  }

  @Override
  protected List<String> createSequence(CreateSequence operation) {
    return EmulatedSequence.create(
        sql.name(operation.sequence().name()), operation.sequence().start());
  }

  @Override
  protected List<String> dropSequence(DropSequence operation) {
    return List.of(sql.dropTable(operation.name()));
  }

  @Override
  protected List<String> alterSequence(AlterSequence operation, SchemaState before) {
    return EmulatedSequence.change(sql.name(operation.name()), operation);
  }

  @Override
  public String continueBehind(Sequence sequence, List<IdColumn> ids) {
    return EmulatedSequence.continueBehind(
        sql.name(sequence.name()),
        sequence,
        ids.stream().map(id -> sql.behindAll(id, sequence.increment())).toList());
  }

  @Override
  protected List<String> renameSequence(RenameSequence operation) {
    return rename(operation.from(), operation.to());
  }

  /** Columns of the type hold texts: those that go and have another one are changed. */
  @Override
  protected List<String> alterEnumType(AlterEnumType operation, SchemaState before) {
    return operation.remaps().isEmpty()
        ? List.of()
        : relabelled(operation.columns(), operation.remaps(), before);
  }

  @Override
  protected List<String> renameEnumLabel(RenameEnumLabel operation, SchemaState before) {
    return relabelled(operation.columns(), Map.of(operation.from(), operation.to()), before);
  }

  private List<String> relabelled(
      List<EnumColumn> columns, Map<String, String> labels, SchemaState before) {
    List<String> statements = new ArrayList<>();
    columns.forEach(
        each -> statements.add(Remap.ofTexts(sql, labels).update(each.table(), each.column())));
    EnumReferences.ofTexts(before.model(), columns, labels)
        .forEach(defaults -> statements.addAll(alterTable(defaults, before)));
    return statements;
  }

  private List<String> rename(QualifiedName from, QualifiedName to) {
    return projection.name(from).equals(projection.name(to))
        ? List.of()
        : List.of("ALTER TABLE " + sql.name(from) + " RENAME TO " + sql.name(to));
  }
}
