package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.AnsiStatementPlanner;
import dev.limbeck.dialect.IdColumn;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.model.Column;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableEvolver;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PostgreSQL does each operation in place; an alteration is one or a few statements. */
final class PostgresStatements extends AnsiStatementPlanner {
  private final PostgresRenderer sql;
  private final PostgresTypes types;

  PostgresStatements(PostgresRenderer sql, PostgresTypes types) {
    super(sql);
    this.sql = requireNonNull(sql, "sql");
    this.types = requireNonNull(types, "types");
  }

  @Override
  protected List<String> comments(Table table) {
    List<String> statements = new ArrayList<>();
    if (table.comment() != null) {
      statements.add(commentOnTable(sql, table, table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.add(commentOnColumn(sql, table, column));
      }
    }
    return statements;
  }

  static String commentOnTable(PostgresRenderer sql, Table table, @Nullable String comment) {
    return "COMMENT ON TABLE " + sql.name(table.name()) + " IS " + sql.literalOrNull(comment);
  }

  static String commentOnColumn(PostgresRenderer sql, Table table, Column column) {
    return "COMMENT ON COLUMN "
        + sql.name(table.name())
        + "."
        + sql.name(column.name())
        + " IS "
        + sql.literalOrNull(column.comment());
  }

  @Override
  protected List<String> alterTable(AlterTable operation, SchemaState before) {
    Table table = before.model().table(operation.table());
    if (table == null) {
      throw new LimbeckException(
          "LMB-217",
          "The operation needs the table "
              + operation.table()
              + ", but there is none at this point.");
    }
    TableEvolver evolver = new TableEvolver(table);
    List<String> statements = new ArrayList<>();
    for (TableAlteration alteration : operation.alterations()) {
      Table from = evolver.table();
      evolver.apply(alteration);
      statements.addAll(
          alteration.accept(new PostgresAlterations(sql, types, from, evolver.table())));
    }
    return statements;
  }

  @Override
  public @Nullable String putOffChecks(String statement) {
    return PendingTriggers.firing(statement, sql);
  }

  @Override
  protected List<String> createSequence(CreateSequence operation) {
    return List.of(sql.createSequence(operation.sequence()));
  }

  @Override
  protected List<String> dropSequence(DropSequence operation) {
    return List.of("DROP SEQUENCE " + sql.name(operation.name()));
  }

  @Override
  public String continueBehind(Sequence sequence, List<IdColumn> ids) {
    return PostgresSequences.continueBehind(
        sql.name(sequence.name()),
        sequence.increment(),
        ids.stream().map(id -> sql.behindAll(id, sequence.increment())).toList());
  }

  @Override
  protected List<String> alterSequence(AlterSequence operation, SchemaState before) {
    return PostgresSequences.change(sql.name(operation.name()), operation);
  }

  @Override
  protected List<String> renameTable(RenameTable operation, SchemaState before) {
    return isMove(operation.from(), operation.to())
        ? List.of(move("ALTER TABLE ", operation.from(), operation.to()))
        : super.renameTable(operation, before);
  }

  private static boolean isMove(QualifiedName from, QualifiedName to) {
    return !Objects.equals(from.schema(), to.schema());
  }

  /** No schema is that of the connection, which only the server knows by name. */
  private String move(String words, QualifiedName from, QualifiedName to) {
    String statement = words + sql.name(from) + " SET SCHEMA ";
    return to.schema() == null
        ? "DO $limbeck$ BEGIN EXECUTE "
            + sql.literal(statement)
            + " || quote_ident(current_schema()); END $limbeck$"
        : statement + sql.name(to.schema());
  }

  @Override
  protected List<String> renameSequence(RenameSequence operation) {
    if (isMove(operation.from(), operation.to())) {
      return List.of(move("ALTER SEQUENCE ", operation.from(), operation.to()));
    }
    return List.of(
        "ALTER SEQUENCE "
            + sql.name(operation.from())
            + " RENAME TO "
            + sql.name(operation.to().name()));
  }

  @Override
  protected List<String> createEnumType(CreateEnumType operation) {
    return List.of(create(sql, operation.type()));
  }

  static String create(PostgresRenderer sql, EnumType type) {
    return "CREATE TYPE "
        + sql.name(type.name())
        + type.labels().stream().map(sql::literal).collect(joining(", ", " AS ENUM (", ")"));
  }

  @Override
  protected List<String> dropEnumType(DropEnumType operation) {
    return List.of("DROP TYPE " + sql.name(operation.name()));
  }

  @Override
  public List<Operation> rewrite(List<Operation> operations, List<Operation> behind) {
    return NewLabelUse.withRebuilds(operations, behind);
  }

  @Override
  protected List<String> alterEnumType(AlterEnumType operation, SchemaState before) {
    return new PostgresEnumChange(sql, types, operation, before.model()).statements();
  }

  @Override
  protected List<String> createDomain(CreateDomain operation) {
    return List.of(PostgresDomainChange.create(sql, operation.domain()));
  }

  @Override
  protected List<String> dropDomain(DropDomain operation) {
    return List.of("DROP DOMAIN " + sql.name(operation.name()));
  }

  @Override
  protected List<String> alterDomain(AlterDomain operation, SchemaState before) {
    return new PostgresDomainChange(sql, types, operation, before.model()).statements();
  }

  @Override
  protected List<String> renameDomain(RenameDomain operation) {
    return List.of(
        "ALTER DOMAIN "
            + sql.name(operation.from())
            + " RENAME TO "
            + sql.name(operation.to().name()));
  }

  @Override
  protected List<String> renameEnumType(RenameEnumType operation) {
    return List.of(
        "ALTER TYPE "
            + sql.name(operation.from())
            + " RENAME TO "
            + sql.name(operation.to().name()));
  }

  @Override
  protected List<String> renameEnumLabel(RenameEnumLabel operation, SchemaState before) {
    return List.of(
        "ALTER TYPE "
            + sql.name(operation.type())
            + " RENAME VALUE "
            + sql.literal(operation.from())
            + " TO "
            + sql.literal(operation.to()));
  }
}
