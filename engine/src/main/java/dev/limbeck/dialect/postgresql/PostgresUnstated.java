package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CatalogReader.Unstated;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What no operation can state, in two queries: what tables have, and what schemas have. */
final class PostgresUnstated {
  private static final String OF_TABLES =
      """
      SELECT t.schema, t.name, f.fact
      FROM t
      CROSS JOIN LATERAL (
        SELECT 'trigger ' || g.tgname
        FROM pg_catalog.pg_trigger g WHERE g.tgrelid = t.oid AND NOT g.tgisinternal
        UNION ALL
        SELECT 'rule ' || r.rulename FROM pg_catalog.pg_rewrite r WHERE r.ev_class = t.oid
        UNION ALL
        SELECT 'policy ' || p.polname FROM pg_catalog.pg_policy p WHERE p.polrelid = t.oid
        UNION ALL
        SELECT 'statistics ' || s.stxname
        FROM pg_catalog.pg_statistic_ext s WHERE s.stxrelid = t.oid
        UNION ALL
        SELECT 'partition ' || i.inhrelid::regclass::text
        FROM pg_catalog.pg_inherits i
        JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relispartition
        WHERE i.inhparent = t.oid
        UNION ALL
        SELECT 'WITH (' || array_to_string(c.reloptions, ', ') || ')'
        FROM pg_catalog.pg_class c WHERE c.oid = t.oid AND c.reloptions IS NOT NULL
        UNION ALL
        SELECT 'index ' || c.relname || ': ' || w.word
        FROM pg_catalog.pg_index x
        JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid
        CROSS JOIN LATERAL (
          SELECT 'WITH (' || array_to_string(c.reloptions, ', ') || ')'
          WHERE c.reloptions IS NOT NULL
          UNION ALL SELECT 'a comment'
          WHERE pg_catalog.obj_description(c.oid, 'pg_class') IS NOT NULL) w(word)
        WHERE x.indrelid = t.oid
        UNION ALL
        SELECT 'constraint ' || k.conname || ': ' || w.word
        FROM pg_catalog.pg_constraint k
        LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u')
        CROSS JOIN LATERAL (
          SELECT pg_catalog.pg_get_constraintdef(k.oid) WHERE x.indnatts > x.indnkeyatts
          UNION ALL SELECT 'a comment'
          WHERE pg_catalog.obj_description(k.oid, 'pg_constraint') IS NOT NULL) w(word)
        WHERE k.conrelid = t.oid
      ) f(fact)
      ORDER BY 1, 2, 3
      """;

  private static final String OF_SCHEMAS =
      """
      SELECT o.kind, n.nspname AS schema, o.name, o.fact
      FROM (
        SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
            ELSE 'foreign table' END,
          'pg_catalog.pg_class'::regclass, c.oid, c.relnamespace, c.relname, NULL::text
        FROM pg_catalog.pg_class c
        WHERE c.relkind IN ('v', 'm', 'f') AND c.relpersistence <> 't'
        UNION ALL
        SELECT CASE WHEN y.typtype = 'c' THEN 'composite type' ELSE 'range type' END,
          'pg_catalog.pg_type'::regclass, y.oid, y.typnamespace, y.typname,
          (SELECT 'type of ' || string_agg(a.attrelid::regclass::text || '.' || a.attname, ', '
             ORDER BY a.attrelid::regclass::text, a.attnum)
           FROM pg_catalog.pg_attribute a
           JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
           WHERE a.atttypid IN (y.oid, y.typarray))
        FROM pg_catalog.pg_type y
        LEFT JOIN pg_catalog.pg_class c ON c.oid = y.typrelid
        WHERE y.typtype = 'r' OR y.typtype = 'c' AND c.relkind = 'c'
        UNION ALL
        SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
            ELSE 'function' END,
          'pg_catalog.pg_proc'::regclass, p.oid, p.pronamespace, p.proname, NULL
        FROM pg_catalog.pg_proc p
        UNION ALL
        SELECT 'sequence', 'pg_catalog.pg_class'::regclass, c.oid, c.relnamespace, c.relname,
          concat_ws(', ',
            CASE WHEN s.seqtypid <> 'bigint'::regtype THEN 'AS ' || s.seqtypid::regtype END,
            CASE WHEN pg_catalog.obj_description(c.oid, 'pg_class') IS NOT NULL
              THEN 'a comment' END)
        FROM pg_catalog.pg_sequence s
        JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
        WHERE (s.seqtypid <> 'bigint'::regtype
            OR pg_catalog.obj_description(c.oid, 'pg_class') IS NOT NULL)
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_depend d
            WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
              AND d.deptype = 'a')
        UNION ALL
        SELECT CASE WHEN y.typtype = 'd' THEN 'domain' ELSE 'type' END,
          'pg_catalog.pg_type'::regclass, y.oid, y.typnamespace, y.typname, 'a comment'
        FROM pg_catalog.pg_type y
        WHERE y.typtype IN ('d', 'e')
          AND pg_catalog.obj_description(y.oid, 'pg_type') IS NOT NULL
      ) o(kind, class, oid, namespace, name, fact)
      JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
      WHERE n.nspname = ANY (?)
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
      ORDER BY 1, 2, 3, 4
      """;

  private PostgresUnstated() {}

  static List<Unstated> read(CatalogQuery query) throws SQLException {
    List<Unstated> facts = new ArrayList<>();
    query.onTables(
        OF_TABLES,
        row ->
            facts.add(
                new Unstated(
                    Unstated.TABLE,
                    query.name(row.getString("schema"), row.getString("name")),
                    row.getString("fact"))));
    query.onSchemas(
        OF_SCHEMAS,
        row ->
            facts.add(
                new Unstated(
                    row.getString("kind"),
                    query.name(row.getString("schema"), row.getString("name")),
                    row.getString("fact"))));
    return facts;
  }
}
