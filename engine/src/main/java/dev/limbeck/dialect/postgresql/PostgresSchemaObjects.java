package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the schemas of a scope hold beside tables and types.
 *
 * @param schemas the schemas that are there, the default one not among them
 * @param sequences the sequences that no column owns, and those that the scope names all the same
 */
record PostgresSchemaObjects(List<Identifier> schemas, List<Sequence> sequences) {

  private static final String SCHEMAS =
      """
      SELECT n.nspname AS schema
      FROM pg_catalog.pg_namespace n
      WHERE n.nspname = ANY (?) AND n.nspname IS DISTINCT FROM pg_catalog.current_schema()
      ORDER BY 1
      """;

  private static final String SEQUENCES =
      """
      SELECT n.nspname AS schema, c.relname AS name, s.seqstart AS start,
        s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum,
        s.seqcache AS cache, s.seqcycle AS cycle,
        CASE s.seqtypid WHEN 'int2'::regtype THEN -32768 WHEN 'int4'::regtype THEN -2147483648
          ELSE -9223372036854775808 END AS least,
        CASE s.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
          ELSE 9223372036854775807 END AS greatest,
        EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
            AND d.deptype = 'a' AND d.refobjsubid > 0) AS owned
      FROM pg_catalog.pg_sequence s
      JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (?) AND c.relpersistence <> 't'%s
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
            AND (d.deptype = 'e' OR d.deptype = 'i' AND d.refobjsubid > 0))
      ORDER BY 1, 2
      """;

  private static final String NAMED = " AND c.relname = ANY (?)";

  PostgresSchemaObjects {
    schemas = List.copyOf(schemas);
    sequences = List.copyOf(sequences);
  }

  static PostgresSchemaObjects read(CatalogQuery query, CatalogScope scope) throws SQLException {
    List<Identifier> schemas = new ArrayList<>();
    if (!scope.schemas().isEmpty()) {
      query.onSchemas(SCHEMAS, row -> schemas.add(Identifier.stored(row.getString("schema"))));
    }
    return new PostgresSchemaObjects(schemas, sequences(query, scope));
  }

  private static List<Sequence> sequences(CatalogQuery query, CatalogScope scope)
      throws SQLException {
    Set<QualifiedName> known = scope.sequenceNames();
    List<Sequence> sequences = new ArrayList<>();
    CatalogQuery.RowReader reader =
        row -> {
          QualifiedName name = query.name(row.getString("schema"), row.getString("name"));
          if (!row.getBoolean("owned") || known.contains(name)) {
            sequences.add(sequence(name, row));
          }
        };
    if (scope.tables() == null) {
      query.onSchemas(SEQUENCES.formatted(""), reader);
    } else if (!known.isEmpty()) {
      query.onSchemas(
          SEQUENCES.formatted(NAMED),
          known.stream().map(name -> name.name().key()).toList(),
          reader);
    }
    return sequences;
  }

  private static Sequence sequence(QualifiedName name, ResultSet row) throws SQLException {
    return PostgresSequences.withoutUsualBounds(
        new Sequence(
            name,
            row.getLong("start"),
            row.getLong("increment"),
            row.getLong("minimum"),
            row.getLong("maximum"),
            row.getLong("cache"),
            row.getBoolean("cycle")),
        row.getLong("least"),
        row.getLong("greatest"));
  }
}
