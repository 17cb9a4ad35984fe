package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.CatalogReader;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.CatalogStructure;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg_catalog} in about ten queries, whatever the number of tables: first what {@link
 * PostgresViews} show, then the rest. Of tables that are not there it needs one.
 *
 * <p>What the model has no word for and rows depend on is {@linkplain PostgresBeyond told apart}. A
 * column of type {@code serial} is an integer with a default; the sequence that it owns is not a
 * sequence of its own, unless somebody knows one of that name.
 */
final class PostgresCatalog implements CatalogReader {
  private final PostgresIdentifiers identifiers;
  private final PostgresTypes types;

  PostgresCatalog(PostgresIdentifiers identifiers, PostgresTypes types) {
    this.identifiers = requireNonNull(identifiers, "identifiers");
    this.types = requireNonNull(types, "types");
  }

  @Override
  public @Nullable String defaultSchema(Connection connection) throws SQLException {
    return CatalogQuery.defaultSchema(connection);
  }

  @Override
  public Set<QualifiedName> tablesOfTypes(Connection connection, Set<QualifiedName> types)
      throws SQLException {
    return PostgresTypeUses.tables(connection, types);
  }

  @Override
  public DatabaseModel read(Connection connection, CatalogScope scope) throws SQLException {
    CatalogQuery query = new CatalogQuery(connection, scope);
    String defaultSchema = query.defaultSchema();
    DatabaseModel structure =
        scope.tables() == null || query.hasTables()
            ? CatalogStructure.read(
                connection,
                identifiers,
                defaultSchema,
                scope,
                new PostgresViews(types, defaultSchema, scope))
            : DatabaseModel.empty();
    return complete(query, scope, structure);
  }

  @Override
  public DatabaseModel complete(Connection connection, CatalogScope scope, DatabaseModel structure)
      throws SQLException {
    return complete(new CatalogQuery(connection, scope), scope, structure);
  }

  private DatabaseModel complete(CatalogQuery query, CatalogScope scope, DatabaseModel structure)
      throws SQLException {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    structure.tables().forEach(table -> tables.put(table.name(), table));
    if (!tables.isEmpty()) {
      PostgresColumnFacts.read(query, tables);
      PostgresConstraints.read(query, tables);
      PostgresIndexes.read(query, tables);
    }
    PostgresSchemaObjects objects = PostgresSchemaObjects.read(query, scope);
    PostgresOwnTypes own =
        scope.types()
            ? PostgresOwnTypes.read(query, types)
            : new PostgresOwnTypes(List.of(), List.of());
    return new DatabaseModel(
        objects.schemas(), tables.values(), objects.sequences(), own.enumTypes(), own.domains());
  }

  @Override
  public List<CatalogRow> rows(Connection connection, CatalogScope scope) throws SQLException {
    return PostgresRows.read(new CatalogQuery(connection, scope));
  }

  @Override
  public List<Beyond> beyond(Connection connection, CatalogScope scope) throws SQLException {
    return PostgresBeyond.read(new CatalogQuery(connection, scope), identifiers);
  }

  @Override
  public List<Unstated> unstated(Connection connection, CatalogScope scope) throws SQLException {
    return PostgresUnstated.read(new CatalogQuery(connection, scope));
  }
}
