package dev.limbeck.testing;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.plan.PutOffChecks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A database's schema, changed by operations and read through the dialect's catalog reader. */
public final class Schema {
  private final Dialect dialect;
  private final Connection connection;

  public Schema(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /** The operations that create a model in an empty database, foreign keys at the end. */
  public static List<Operation> creation(DatabaseModel model) {
    List<Operation> operations = new ArrayList<>();
    for (Identifier schema : model.schemas()) {
      operations.add(new Operation.CreateSchema(schema));
    }
    for (EnumType type : model.enumTypes()) {
      operations.add(new TypeOperation.CreateEnumType(type));
    }
    model.domains().forEach(each -> operations.add(new TypeOperation.CreateDomain(each)));
    for (Sequence sequence : model.sequences()) {
      operations.add(new Operation.CreateSequence(sequence));
    }
    for (Table table : model.tables()) {
      operations.add(
          new Operation.CreateTable(
              table.withConstraints(
                  table.constraints().stream()
                      .filter(constraint -> !(constraint instanceof ForeignKey))
                      .toList())));
    }
    for (Table table : model.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        operations.add(new AlterTable(table.name(), List.of(new AddConstraint(key))));
      }
    }
    return operations;
  }

  /** Creates a model in an empty database. */
  public void create(DatabaseModel model) throws SQLException {
    apply(DatabaseModel.empty(), creation(model));
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work {
    void run() throws SQLException;
  }

  /** Does work in a transaction that is rolled back. */
  public void inTransaction(Work work) throws SQLException {
    run(dialect.deployment().beforeTransaction());
    dialect.deployment().begin(connection);
    try {
      work.run();
    } finally {
      dialect.deployment().rollback(connection);
      run(dialect.deployment().afterTransaction());
    }
  }

  /**
   * Does operations in one transaction, each given the model that those before it lead to.
   *
   * @return the model after the last one
   */
  public DatabaseModel apply(DatabaseModel before, List<Operation> operations) throws SQLException {
    run(dialect.deployment().beforeTransaction());
    dialect.deployment().begin(connection);
    DatabaseModel after;
    try {
      List<String> broken = dialect.deployment().violations(connection);
      after = run(before, operations);
      dialect.deployment().verify(connection, broken);
    } catch (SQLException | RuntimeException e) {
      dialect.deployment().rollback(connection);
      throw e;
    }
    dialect.deployment().commit(connection);
    run(dialect.deployment().afterTransaction());
    return after;
  }

  /**
   * Does operations in the present transaction.
   *
   * @return the model after the last one
   */
  public DatabaseModel run(DatabaseModel before, List<Operation> operations) throws SQLException {
    Evolver evolver = new Evolver(before, dialect.name());
    PutOffChecks putOff = new PutOffChecks(dialect.statements());
    for (Operation operation : dialect.statements().rewrite(operations)) {
      DatabaseModel model = evolver.model();
      run(putOff.among(dialect.statements().statements(operation, new State(model))));
      evolver.apply(operation);
    }
    return evolver.model();
  }

  private void run(List<String> statements) throws SQLException {
    String last = "";
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        last = sql;
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n  in: " + last, e.getSQLState(), e);
    }
  }

  /** What the database holds of the schemas and emulated sequences of a model. */
  public DatabaseModel read(DatabaseModel model) throws SQLException {
    return dialect
        .catalog()
        .read(
            connection,
            new CatalogScope(
                model.schemas(),
                null,
                model.sequences().stream().map(Sequence::name).collect(Collectors.toSet()),
                Set.of()));
  }

  /** What the database holds, in the form in which it compares. */
  public DatabaseModel readStored(DatabaseModel model) throws SQLException {
    return StoredForm.of(dialect, connection, read(model));
  }

  /** What the database should hold, in the form in which it compares. */
  public DatabaseModel wanted(DatabaseModel model) throws SQLException {
    return StoredForm.of(dialect, connection, model);
  }

  /** A state of which nothing but the model is known. */
  public record State(DatabaseModel model) implements SchemaState {
    @Override
    public List<String> attachments(QualifiedName table) {
      return List.of();
    }
  }
}
