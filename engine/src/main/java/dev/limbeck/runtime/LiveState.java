package dev.limbeck.runtime;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import dev.limbeck.plan.SchemaAdvance;
import dev.limbeck.plan.TouchedSequences;
import dev.limbeck.plan.TouchedTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The schema that a unit of operations works on: the tables that the operations touch, read once
 * from the catalog, and carried along from operation to operation. After something that could have
 * changed them unseen, a table is read again before the next operation that touches it, and no
 * other: a unit of many tables with rows filled in between would read them all as often.
 */
final class LiveState implements SchemaState {
  private final Dialect dialect;
  private final Connection connection;
  private final CatalogScope scope;
  private final Map<QualifiedName, List<String>> attachments = new HashMap<>();
  private final Set<QualifiedName> stale = new HashSet<>();
  private final Set<QualifiedName> types;
  private final Set<QualifiedName> tablesOfTypes;
  private boolean staleObjects;
  private DatabaseModel model;

  /**
   * @param operations all operations of the unit
   * @param hidden Limbeck's own tables
   */
  LiveState(
      Dialect dialect, Connection connection, List<Operation> operations, Set<QualifiedName> hidden)
      throws SQLException {
    this.dialect = dialect;
    this.connection = connection;
    this.types = types(operations);
    this.tablesOfTypes = tablesOfTypes();
    this.scope = scope(operations, hidden);
    this.model = dialect.catalog().read(connection, scope);
  }

  /** The types that change with all columns of them, in the database's names. */
  private Set<QualifiedName> types(List<Operation> operations) {
    Set<QualifiedName> found = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof AlterEnumType alter) {
        EnumType shown = dialect.projection().enumType(new EnumType(alter.name(), List.of()));
        if (shown != null) {
          found.add(shown.name());
        }
      } else if (operation instanceof AlterDomain alter && dialect.projection().hasDomains()) {
        found.add(dialect.projection().name(alter.name()));
      }
    }
    return found;
  }

  /** A type is changed with all columns of it, whosever they are. */
  private Set<QualifiedName> tablesOfTypes() throws SQLException {
    return types.isEmpty() ? Set.of() : dialect.catalog().tablesOfTypes(connection, types);
  }

  private CatalogScope scope(List<Operation> operations, Set<QualifiedName> hidden) {
    Set<QualifiedName> tables = new HashSet<>(tablesOfTypes);
    Set<QualifiedName> sequences = new HashSet<>();
    Set<Identifier> schemas = new HashSet<>();
    for (Operation operation : operations) {
      TouchedTables.of(operation).forEach(name -> tables.add(dialect.projection().name(name)));
      TouchedSequences.of(operation)
          .forEach(name -> sequences.add(dialect.projection().name(name)));
      if (operation instanceof CreateSchema create) {
        schemas.add(create.name());
      } else if (operation instanceof DropSchema drop) {
        schemas.add(drop.name());
      }
    }
    tables.addAll(sequences);
    for (Set<QualifiedName> names : List.of(tables, types)) {
      for (QualifiedName name : names) {
        if (name.schema() != null) {
          schemas.add(name.schema());
        }
      }
    }
    return new CatalogScope(
        schemas, tables, sequences, operations.stream().anyMatch(LiveState::needsTypes), hidden);
  }

  /** A new column may take the default of a domain. */
  private static boolean needsTypes(Operation operation) {
    return operation instanceof TypeOperation
        || operation instanceof AlterTable alter
            && alter.alterations().stream()
                .anyMatch(
                    each ->
                        each instanceof AddColumn add && add.column().type() instanceof NamedType);
  }

  /** Something ran that could have changed the schema unseen. */
  void mayHaveChanged() {
    staleObjects = true;
    stale.addAll(Objects.requireNonNull(scope.tables(), "tables"));
    attachments.clear();
  }

  /** Reads again what an operation touches, where it may have changed since it was read. */
  void freshFor(Operation operation) throws SQLException {
    Set<QualifiedName> read = new HashSet<>();
    TouchedTables.of(operation).forEach(name -> read.add(dialect.projection().name(name)));
    if (operation instanceof AlterEnumType || operation instanceof AlterDomain) {
      read.addAll(staleObjects ? tablesOfTypes() : tablesOfTypes);
    }
    boolean ofTable = operation instanceof AlterTable || operation instanceof CreateTable;
    boolean current = read.stream().noneMatch(stale::contains) && (ofTable || !staleObjects);
    if (current) {
      return;
    }
    read.addAll(scope.sequenceNames());
    Set<Identifier> schemas = new HashSet<>(scope.schemas());
    read.stream().map(QualifiedName::schema).filter(Objects::nonNull).forEach(schemas::add);
    DatabaseModel fresh =
        dialect
            .catalog()
            .read(
                connection,
                new CatalogScope(
                    schemas, read, scope.sequenceNames(), scope.types(), scope.hidden()));
    DatabaseModel merged = model;
    for (Table table : model.tables()) {
      if (read.contains(dialect.projection().name(table.name()))) {
        merged = merged.withoutTable(table.name());
      }
    }
    List<Table> tables = new ArrayList<>(merged.tables());
    tables.addAll(fresh.tables());
    model =
        new DatabaseModel(
            fresh.schemas(), tables, fresh.sequences(), fresh.enumTypes(), fresh.domains());
    stale.removeAll(read);
    staleObjects = false;
  }

  /** Carries the schema across an operation that was just done. */
  void advance(Operation operation) {
    model = SchemaAdvance.after(model, operation, dialect);
    if (operation instanceof RenameEnumType || operation instanceof RenameDomain) {
      // Stored expressions name the type, and tables that nobody named may have columns of it.
      staleObjects = true;
      model.tables().forEach(table -> stale.add(dialect.projection().name(table.name())));
    }
    TouchedTables.of(operation).forEach(attachments::remove);
  }

  @Override
  public DatabaseModel model() {
    return model;
  }

  @Override
  public List<String> attachments(QualifiedName table) {
    return attachments.computeIfAbsent(
        table,
        name -> {
          try {
            return dialect.deployment().attachments(connection, name);
          } catch (SQLException e) {
            throw DatabaseFailure.reading(e);
          }
        });
  }
}
