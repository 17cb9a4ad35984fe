package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Index;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.DividedSql;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.Operation.RunJava;
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

/**
 * The statements that databases do in the same way, a method for each kind of operation; the others
 * are for the dialect.
 */
public abstract class AnsiStatementPlanner implements StatementPlanner {
  private static final int ROWS_OF_AN_INSERT = 500;

  private final AnsiSqlRenderer sql;

  protected AnsiStatementPlanner(AnsiSqlRenderer sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public List<Operation> rewrite(List<Operation> operations, List<Operation> behind) {
    return operations;
  }

  @Override
  public final List<String> statements(Operation operation, SchemaState before) {
    return List.copyOf(operation.accept(new Dispatch(before)));
  }

  protected List<String> createSchema(CreateSchema operation) {
    return List.of("CREATE SCHEMA " + sql.name(operation.name()));
  }

  protected List<String> dropSchema(DropSchema operation) {
    return List.of("DROP SCHEMA " + sql.name(operation.name()));
  }

  /** The table, then its indexes, then {@linkplain #comments its comments}. */
  protected List<String> createTable(CreateTable operation) {
    Table table = operation.table();
    List<String> statements = new ArrayList<>();
    statements.add(sql.createTable(table));
    for (Index index : table.indexes()) {
      statements.add(sql.createIndex(table.name(), index));
    }
    statements.addAll(comments(table));
    return statements;
  }

  /** The statements that give a new table and its columns their comments. */
  protected abstract List<String> comments(Table table);

  protected List<String> dropTable(DropTable operation, SchemaState before) {
    return List.of(sql.dropTable(operation.name()));
  }

  protected List<String> renameTable(RenameTable operation, SchemaState before) {
    return List.of(
        "ALTER TABLE "
            + sql.name(operation.from())
            + " RENAME TO "
            + sql.name(operation.to().name()));
  }

  protected abstract List<String> alterTable(AlterTable operation, SchemaState before);

  protected abstract List<String> createSequence(CreateSequence operation);

  protected abstract List<String> dropSequence(DropSequence operation);

  protected abstract List<String> alterSequence(AlterSequence operation, SchemaState before);

  protected abstract List<String> renameSequence(RenameSequence operation);

  /** Nothing, where the database has no enumerated types. */
  protected List<String> createEnumType(CreateEnumType operation) {
    return List.of();
  }

  /** Nothing, where the database has no enumerated types. */
  protected List<String> dropEnumType(DropEnumType operation) {
    return List.of();
  }

  protected abstract List<String> alterEnumType(AlterEnumType operation, SchemaState before);

  /** Nothing, where the database has no enumerated types. */
  protected List<String> renameEnumType(RenameEnumType operation) {
    return List.of();
  }

  protected abstract List<String> renameEnumLabel(RenameEnumLabel operation, SchemaState before);

  /** Nothing, where the database has no domains. */
  protected List<String> createDomain(CreateDomain operation) {
    return List.of();
  }

  /** Nothing, where the database has no domains. */
  protected List<String> dropDomain(DropDomain operation) {
    return List.of();
  }

  /** Nothing, where the database has no domains. */
  protected List<String> alterDomain(AlterDomain operation, SchemaState before) {
    return List.of();
  }

  /** Nothing, where the database has no domains. */
  protected List<String> renameDomain(RenameDomain operation) {
    return List.of();
  }

  protected List<String> executeSql(ExecuteSql operation) {
    return DividedSql.of(operation).stream().map(sql::withValues).toList();
  }

  /** {@code INSERT}, for a number of rows at a time. */
  protected List<String> insertRows(InsertRows operation) {
    List<String> statements = new ArrayList<>();
    List<List<SqlValue>> rows = operation.rows();
    for (int from = 0; from < rows.size(); from += ROWS_OF_AN_INSERT) {
      int to = Math.min(rows.size(), from + ROWS_OF_AN_INSERT);
      statements.add(sql.insert(operation.table(), operation.columns(), rows.subList(from, to)));
    }
    return statements;
  }

  /** Leads each operation to its method. */
  private final class Dispatch implements Operation.Visitor<List<String>> {
    private final SchemaState before;

    Dispatch(SchemaState before) {
      this.before = requireNonNull(before, "before");
    }

    @Override
    public List<String> createSchema(CreateSchema operation) {
      return AnsiStatementPlanner.this.createSchema(operation);
    }

    @Override
    public List<String> dropSchema(DropSchema operation) {
      return AnsiStatementPlanner.this.dropSchema(operation);
    }

    @Override
    public List<String> createTable(CreateTable operation) {
      return AnsiStatementPlanner.this.createTable(operation);
    }

    @Override
    public List<String> dropTable(DropTable operation) {
      return AnsiStatementPlanner.this.dropTable(operation, before);
    }

    @Override
    public List<String> renameTable(RenameTable operation) {
      return AnsiStatementPlanner.this.renameTable(operation, before);
    }

    @Override
    public List<String> alterTable(AlterTable operation) {
      return AnsiStatementPlanner.this.alterTable(operation, before);
    }

    @Override
    public List<String> createSequence(CreateSequence operation) {
      return AnsiStatementPlanner.this.createSequence(operation);
    }

    @Override
    public List<String> dropSequence(DropSequence operation) {
      return AnsiStatementPlanner.this.dropSequence(operation);
    }

    @Override
    public List<String> alterSequence(AlterSequence operation) {
      return AnsiStatementPlanner.this.alterSequence(operation, before);
    }

    @Override
    public List<String> renameSequence(RenameSequence operation) {
      return AnsiStatementPlanner.this.renameSequence(operation);
    }

    @Override
    public List<String> createEnumType(CreateEnumType operation) {
      return AnsiStatementPlanner.this.createEnumType(operation);
    }

    @Override
    public List<String> dropEnumType(DropEnumType operation) {
      return AnsiStatementPlanner.this.dropEnumType(operation);
    }

    @Override
    public List<String> alterEnumType(AlterEnumType operation) {
      return AnsiStatementPlanner.this.alterEnumType(operation, before);
    }

    @Override
    public List<String> renameEnumType(RenameEnumType operation) {
      return AnsiStatementPlanner.this.renameEnumType(operation);
    }

    @Override
    public List<String> renameEnumLabel(RenameEnumLabel operation) {
      return AnsiStatementPlanner.this.renameEnumLabel(operation, before);
    }

    @Override
    public List<String> createDomain(CreateDomain operation) {
      return AnsiStatementPlanner.this.createDomain(operation);
    }

    @Override
    public List<String> dropDomain(DropDomain operation) {
      return AnsiStatementPlanner.this.dropDomain(operation);
    }

    @Override
    public List<String> alterDomain(AlterDomain operation) {
      return AnsiStatementPlanner.this.alterDomain(operation, before);
    }

    @Override
    public List<String> renameDomain(RenameDomain operation) {
      return AnsiStatementPlanner.this.renameDomain(operation);
    }

    @Override
    public List<String> executeSql(ExecuteSql operation) {
      return AnsiStatementPlanner.this.executeSql(operation);
    }

    @Override
    public List<String> runJava(RunJava operation) {
      throw noStatements(operation);
    }

    @Override
    public List<String> changeInBatches(ChangeInBatches operation) {
      return List.of(operation.sqlForAll());
    }

    @Override
    public List<String> insertRows(InsertRows operation) {
      return AnsiStatementPlanner.this.insertRows(operation);
    }

    @Override
    public List<String> outsideTransaction(OutsideTransaction operation) {
      throw noStatements(operation);
    }

    @Override
    public List<String> onlyOn(OnlyOn operation) {
      throw noStatements(operation);
    }

    @Override
    public List<String> irreversible(Irreversible operation) {
      throw noStatements(operation);
    }

    private IllegalArgumentException noStatements(Operation operation) {
      return new IllegalArgumentException(
          "This is done by the runtime, not by statements: " + operation);
    }
  }
}
