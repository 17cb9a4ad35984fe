package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.CatalogReader;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg_catalog} in about ten queries, whatever the number of tables.
 *
 * <p>In two parts, so that the first can come from another reader: {@link #structure} is what any
 * reader knows of tables, {@link #complete} adds the rest by table and column names.
 *
 * <p>Not seen, because the model has no word for them: {@code EXCLUDE} constraints, whether a
 * constraint is {@code NOT VALID} or {@code NOT ENFORCED}, storage parameters. Indexes that are not
 * valid are no indexes: they neither speed up nor forbid anything. A column of type {@code serial}
 * is an integer with a default; the sequence that it owns is not a sequence of its own.
 */
final class PostgresCatalog implements CatalogReader {
  private final PostgresTypes types;

  PostgresCatalog(PostgresTypes types) {
    this.types = requireNonNull(types, "types");
  }

  @Override
  public @Nullable String defaultSchema(Connection connection) throws SQLException {
    return CatalogQuery.defaultSchema(connection);
  }

  @Override
  public DatabaseModel read(Connection connection, CatalogScope scope) throws SQLException {
    return complete(connection, scope, structure(connection, scope));
  }

  /** The tables with the names, types and nullability of their columns, and their primary keys. */
  DatabaseModel structure(Connection connection, CatalogScope scope) throws SQLException {
    CatalogQuery query = new CatalogQuery(connection, scope);
    Map<QualifiedName, List<Column>> columns = new LinkedHashMap<>();
    query.onTables(
        """
        SELECT t.schema, t.name, a.attname AS column,
          pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
          y.typcategory = 'A' AS is_array, tn.nspname AS type_schema, e.typname AS type_name
        FROM t
        LEFT JOIN pg_catalog.pg_attribute a
          ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_type e ON e.typtype IN ('e', 'd')
          AND e.oid = CASE WHEN y.typcategory = 'A' THEN y.typelem ELSE y.oid END
        LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = e.typnamespace
        ORDER BY t.schema, t.name, a.attnum
        """,
        row -> {
          List<Column> ofTable =
              columns.computeIfAbsent(
                  query.name(row.getString("schema"), row.getString("name")),
                  name -> new ArrayList<>());
          if (row.getString("column") != null) {
            ofTable.add(column(query, row));
          }
        });
    Map<QualifiedName, PrimaryKey> keys = primaryKeys(query);
    List<Table> tables = new ArrayList<>();
    columns.forEach(
        (name, ofTable) -> {
          if (!query.isHidden(name)) {
            PrimaryKey key = keys.get(name);
            tables.add(
                new Table(
                    name, ofTable, key == null ? List.of() : List.of(key), List.of(), null, null));
          }
        });
    return DatabaseModel.empty().withTables(tables);
  }

  private Column column(CatalogQuery query, ResultSet row) throws SQLException {
    return new Column(
        Identifier.stored(row.getString("column")),
        type(query, row),
        !row.getBoolean("required"),
        null,
        null,
        null,
        null);
  }

  private ColumnType type(CatalogQuery query, ResultSet row) throws SQLException {
    String name = row.getString("type_name");
    if (name == null) {
      return types.parse(row.getString("type"));
    }
    ColumnType named = new NamedType(query.name(row.getString("type_schema"), name));
    return row.getBoolean("is_array") ? Types.array(named) : named;
  }

  private static Map<QualifiedName, PrimaryKey> primaryKeys(CatalogQuery query)
      throws SQLException {
    Map<QualifiedName, PrimaryKey> keys = new LinkedHashMap<>();
    query.onTables(
        """
        SELECT t.schema, t.name, k.conname AS key,
          (SELECT array_agg(a.attname::text ORDER BY p.place)
           FROM unnest(k.conkey) WITH ORDINALITY p(number, place)
           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number)
           AS columns
        FROM t
        JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
        """,
        row ->
            keys.put(
                query.name(row.getString("schema"), row.getString("name")),
                new PrimaryKey(
                    Identifier.stored(row.getString("key")),
                    CatalogQuery.identifiers(row, "columns"))));
    return keys;
  }

  @Override
  public DatabaseModel complete(Connection connection, CatalogScope scope, DatabaseModel structure)
      throws SQLException {
    CatalogQuery query = new CatalogQuery(connection, scope);
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    structure.tables().forEach(table -> tables.put(table.name(), table));
    PostgresColumnFacts.read(query, tables);
    PostgresConstraints.read(query, tables);
    PostgresIndexes.read(query, tables);
    PostgresSchemaObjects objects = PostgresSchemaObjects.read(query);
    return new DatabaseModel(
        objects.schemas(), tables.values(), objects.sequences(), objects.enumTypes());
  }
}
