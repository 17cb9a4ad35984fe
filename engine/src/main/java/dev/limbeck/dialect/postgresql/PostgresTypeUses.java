package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the tables that have columns of some types, or of arrays of them, in any schema. */
final class PostgresTypeUses {
  private static final String QUERY =
      """
      SELECT DISTINCT n.nspname AS schema, c.relname AS name
      FROM unnest(?::text[], ?::text[]) AS wanted(type_schema, type_name)
      JOIN pg_catalog.pg_namespace tn ON tn.nspname = wanted.type_schema
      JOIN pg_catalog.pg_type y ON y.typnamespace = tn.oid AND y.typname = wanted.type_name
      JOIN pg_catalog.pg_attribute a
        ON a.atttypid IN (y.oid, nullif(y.typarray, 0)) AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
      ORDER BY 1, 2
      """;

  private PostgresTypeUses() {}

  static Set<QualifiedName> tables(Connection connection, Set<QualifiedName> types)
      throws SQLException {
    CatalogQuery query =
        new CatalogQuery(connection, new CatalogScope(Set.of(), null, Set.of(), Set.of()));
    List<QualifiedName> ordered = types.stream().sorted().toList();
    Set<QualifiedName> tables = new LinkedHashSet<>();
    query.on(
        QUERY,
        List.of(
            ordered.stream().map(query::schemaOf).toList(),
            ordered.stream().map(type -> type.name().key()).toList()),
        row -> tables.add(query.name(row.getString("schema"), row.getString("name"))));
    return tables;
  }
}
