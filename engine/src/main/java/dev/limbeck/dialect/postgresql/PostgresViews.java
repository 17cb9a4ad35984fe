package dev.limbeck.dialect.postgresql;

import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.model.Column;
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
  private static final String TABLE =
      """
      SELECT '"' || t.schema || '"' AS "TABLE_SCHEM", '"' || t.name || '"' AS "TABLE_NAME",
      """;

  private static final String TABLES =
      """
        'TABLE' AS "TABLE_TYPE"
      FROM t
      """;

  /** The attributes name a type of the schema: an enumeration, a domain, or an array of one. */
  private static final String COLUMNS =
      """
        '"' || a.attname || '"' AS "COLUMN_NAME", a.attnum::int AS "ORDINAL_POSITION",
        y.typname::text AS "TYPE_NAME", (NOT a.attnotnull)::int AS "NULLABLE",
        pg_catalog.format_type(a.atttypid, a.atttypmod) AS "FORMAT_TYPE",
        tn.nspname::text AS "NAMED_TYPE_SCHEMA", e.typname::text AS "NAMED_TYPE",
        (y.typcategory = 'A')::int AS "IS_ARRAY"
      FROM t
      JOIN pg_catalog.pg_attribute a
        ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_type e ON e.typtype IN ('e', 'd')
        AND e.oid = CASE WHEN y.typcategory = 'A' THEN y.typelem ELSE y.oid END
      LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = e.typnamespace
      """;

  private static final String PRIMARY_KEYS =
      """
        '"' || a.attname || '"' AS "COLUMN_NAME", p.place::int AS "KEY_SEQ",
        '"' || k.conname || '"' AS "PK_NAME"
      FROM t
      JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
      CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY p(number, place)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
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
    return onTables(TABLES);
  }

  @Override
  public String columns() {
    return onTables(COLUMNS);
  }

  @Override
  public String primaryKeys() {
    return onTables(PRIMARY_KEYS);
  }

  private String onTables(String select) {
    if (tables == null) {
      return CatalogQuery.onTables(schemas, "NULL", "NULL", TABLE + select);
    }
    List<QualifiedName> ordered = tables.stream().sorted().toList();
    return CatalogQuery.onTables(
        schemas,
        array(ordered.stream().map(table -> table.name().key()).toList()),
        array(ordered.stream().map(table -> CatalogQuery.schema(table, defaultSchema)).toList()),
        TABLE + select);
  }

  @Override
  public Column column(Identifier name, boolean nullable, Map<String, Object> attributes) {
    return new Column(name, type(attributes), nullable, null, null, null, null);
  }

  private ColumnType type(Map<String, Object> attributes) {
    if (!(attributes.get("NAMED_TYPE") instanceof String name)) {
      return parsed.computeIfAbsent(String.valueOf(attributes.get("FORMAT_TYPE")), types::parse);
    }
    String schema = String.valueOf(attributes.get("NAMED_TYPE_SCHEMA"));
    ColumnType named =
        new NamedType(
            new QualifiedName(
                schema.equals(defaultSchema) ? null : Identifier.stored(schema),
                Identifier.stored(name)));
    return attributes.get("IS_ARRAY") instanceof Number flag && flag.intValue() == 1
        ? Types.array(named)
        : named;
  }

  private static String array(Collection<String> texts) {
    return texts.stream().map(PostgresViews::literal).collect(joining(", ", "ARRAY[", "]::text[]"));
  }

  /** Right whatever {@code standard_conforming_strings} is; dollar signs are written as codes. */
  private static String literal(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace("$", "\\x24") + "'";
  }
}
