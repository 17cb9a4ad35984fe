package dev.limbeck.dialect.postgresql;

import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.json.Json;
import dev.limbeck.json.JsonBoolean;
import dev.limbeck.json.JsonString;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What {@code pg_catalog} says of tables, their columns and primary keys. */
final class PostgresViews implements CatalogViews {
  /** A column names a type of the schema: an enumeration, a domain, or an array of one. */
  private static final String TABLES =
      """
      SELECT '"' || t.schema || '"' AS "TABLE_SCHEM", '"' || t.name || '"' AS "TABLE_NAME",
        'TABLE' AS "TABLE_TYPE", k.conname::text AS "LIMBECK_KEY",
        (json_agg(
          json_build_array(
            a.attname, a.attnotnull::int,
            coalesce(pg_catalog.array_position(k.conkey, a.attnum), 0),
            pg_catalog.format_type(a.atttypid, a.atttypmod),
            tn.nspname, e.typname, y.typcategory = 'A')
          ORDER BY a.attnum) FILTER (WHERE a.attnum IS NOT NULL))::text AS "LIMBECK_COLUMNS"
      FROM t
      LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
      LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_type e ON e.typtype IN ('e', 'd')
        AND e.oid = CASE WHEN y.typcategory = 'A' THEN y.typelem ELSE y.oid END
      LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = e.typnamespace
      GROUP BY t.oid, t.schema, t.name, k.conname
      """;

  private final PostgresTypes types;
  private final @Nullable String defaultSchema;
  private final String schemas;
  private final @Nullable Set<QualifiedName> tables;

  /** Types by their spelling: a schema has thousands of columns, and a few types. */
  private final Map<String, ColumnType> parsed = new ConcurrentHashMap<>();

  PostgresViews(PostgresTypes types, @Nullable String defaultSchema, CatalogScope scope) {
    this.types = types;
    this.defaultSchema = defaultSchema;
    this.tables = scope.tables();
    Set<String> names = new TreeSet<>();
    if (defaultSchema != null) {
      names.add(defaultSchema);
    }
    scope.schemas().forEach(schema -> names.add(schema.key()));
    this.schemas = array(names);
  }

  @Override
  public String schemas() {
    return """
        SELECT NULL AS "CATALOG_NAME", '"' || n.nspname || '"' AS "SCHEMA_NAME"
        FROM pg_catalog.pg_namespace n
        WHERE n.nspname = ANY (%s)
        """
        .formatted(schemas);
  }

  @Override
  public String tables() {
    if (tables == null) {
      return CatalogQuery.onTables(schemas, "NULL", "NULL", TABLES);
    }
    List<QualifiedName> ordered = tables.stream().sorted().toList();
    return CatalogQuery.onTables(
        schemas,
        array(ordered.stream().map(table -> table.name().key()).toList()),
        array(ordered.stream().map(table -> CatalogQuery.schema(table, defaultSchema)).toList()),
        TABLES);
  }

  @Override
  public ColumnType type(List<Json> said) {
    if (!(said.get(2) instanceof JsonString name)) {
      return parsed.computeIfAbsent(text(said.get(0)), types::parse);
    }
    String schema = text(said.get(1));
    ColumnType named =
        new NamedType(
            new QualifiedName(
                schema.equals(defaultSchema) ? null : Identifier.stored(schema),
                Identifier.stored(name.value())));
    return said.get(3).equals(new JsonBoolean(true)) ? Types.array(named) : named;
  }

  private static String text(Json said) {
    return ((JsonString) said).value();
  }

  private static String array(Collection<String> texts) {
    return texts.stream().map(PostgresViews::literal).collect(joining(", ", "ARRAY[", "]::text[]"));
  }

  /** Right whatever {@code standard_conforming_strings} is; dollar signs are written as codes. */
  private static String literal(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace("$", "\\x24") + "'";
  }
}
