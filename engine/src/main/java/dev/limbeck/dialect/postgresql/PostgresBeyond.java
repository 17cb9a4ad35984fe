package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CatalogReader.Beyond;
import dev.limbeck.dialect.CatalogReader.Repair;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What tables have that makes a difference to rows, and for which the model has no word. */
final class PostgresBeyond {
  private static final String QUERY =
      """
      SELECT t.schema, t.name, f.fact, f.unchecked
      FROM t
      JOIN pg_catalog.pg_class c ON c.oid = t.oid
      CROSS JOIN LATERAL (
        SELECT 'it is unlogged', NULL::text WHERE c.relpersistence = 'u'
        UNION ALL SELECT 'row security', NULL WHERE c.relrowsecurity
        UNION ALL SELECT 'it is partitioned', NULL WHERE c.relkind = 'p'
        UNION ALL
        SELECT 'it inherits from ' || i.inhparent::regclass::text, NULL
        FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid
        UNION ALL
        SELECT 'constraint ' || k.conname || ': ' || w.word,
          CASE WHEN w.word LIKE 'NOT VALID%%' THEN k.conname::text END
        FROM pg_catalog.pg_constraint k
        CROSS JOIN LATERAL (
          SELECT 'NOT VALID, rows from before may break it'
          WHERE NOT k.convalidated AND %s
          UNION ALL SELECT 'MATCH FULL' WHERE k.confmatchtype = 'f'
          UNION ALL SELECT 'NO INHERIT' WHERE k.connoinherit AND k.contype = 'c'
          UNION ALL
          SELECT 'a deferrable primary key' WHERE k.contype = 'p' AND k.condeferrable
          UNION ALL SELECT pg_catalog.pg_get_constraintdef(k.oid) WHERE k.contype = 'x'
          UNION ALL
          SELECT 'ON DELETE sets only ' || (
            SELECT string_agg(a.attname, ', ' ORDER BY p.place)
            FROM unnest(k.%s) WITH ORDINALITY p(number, place)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number)
          WHERE k.%s IS NOT NULL AND cardinality(k.%s) < cardinality(k.conkey)) w(word)
        WHERE k.conrelid = t.oid AND k.conparentid = 0 AND k.contype IN ('c', 'f', 'p', 'x')
      ) f(fact, unchecked)
      ORDER BY 1, 2, 3
      """;

  private PostgresBeyond() {}

  static List<Beyond> read(CatalogQuery query, PostgresIdentifiers identifiers)
      throws SQLException {
    // Before version 15 none names the columns that it sets: all of conkey are.
    String set = query.isVersion(15) ? "confdelsetcols" : "conkey";
    List<Beyond> facts = new ArrayList<>();
    query.onTables(
        QUERY.formatted(query.isVersion(18) ? "k.conenforced" : "true", set, set, set),
        row -> {
          QualifiedName table = query.name(row.getString("schema"), row.getString("name"));
          String unchecked = row.getString("unchecked");
          facts.add(
              new Beyond(
                  table,
                  row.getString("fact"),
                  unchecked == null ? null : validation(identifiers, table, unchecked)));
        });
    return facts;
  }

  private static Repair validation(
      PostgresIdentifiers identifiers, QualifiedName table, String constraint) {
    Identifier name = Identifier.stored(constraint);
    return new Repair(
        name,
        "ALTER TABLE "
            + identifiers.render(table)
            + " VALIDATE CONSTRAINT "
            + identifiers.render(name));
  }
}
