package dev.limbeck.testsupport.facts;

import dev.limbeck.testsupport.facts.Fact.Kind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code pg_catalog}. While it reads, the search path is empty, so that PostgreSQL writes
 * every name with its schema; afterwards it is as it was.
 */
final class PostgresFacts {

  /** Each query gives schema, object, text, name. */
  private static final String SCHEMAS =
      """
      SELECT n.nspname, '', '', NULL FROM pg_namespace n WHERE %s
      """;

  private static final String TABLES =
      """
      SELECT n.nspname, c.relname,
        concat_ws(' ',
          CASE c.relkind WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' END,
          CASE c.relpersistence WHEN 'u' THEN 'unlogged' END,
          CASE WHEN c.relispartition THEN 'partition ' || pg_get_expr(c.relpartbound, c.oid) END,
          'with ' || array_to_string(c.reloptions, ', ')),
        NULL
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'f') AND %s
      """;

  private static final String COLUMNS =
      """
      SELECT n.nspname, c.relname,
        concat_ws(' ',
          a.attname,
          format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation END,
          CASE WHEN a.attnotnull THEN 'not null' END,
          CASE a.attgenerated
            WHEN 's' THEN 'generated stored ' || pg_get_expr(d.adbin, d.adrelid)
            WHEN 'v' THEN 'generated virtual ' || pg_get_expr(d.adbin, d.adrelid)
            ELSE 'default ' || pg_get_expr(d.adbin, d.adrelid) END,
          CASE a.attidentity WHEN 'a' THEN 'identity always' WHEN 'd' THEN 'identity by default' END,
          (SELECT format('start %%s increment %%s min %%s max %%s cache %%s%%s', s.seqstart, s.seqincrement,
                    s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN ' cycle' END)
           FROM pg_depend p JOIN pg_sequence s ON s.seqrelid = p.objid
           WHERE p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass
             AND p.refobjid = c.oid AND p.refobjsubid = a.attnum AND p.deptype = 'i')),
        NULL
      FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND %s
      """;

  /** Not-null constraints, which PostgreSQL 18 lists, are facts of their columns. */
  private static final String CONSTRAINTS =
      """
      SELECT n.nspname, c.relname, pg_get_constraintdef(k.oid), k.conname
      FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = '%s' AND k.conparentid = 0 AND %%s
      """;

  private static final String INDEXES =
      """
      SELECT n.nspname, c.relname,
        concat_ws(' ',
          replace(pg_get_indexdef(i.indexrelid), ' INDEX ' || quote_ident(x.relname) || ' ON ', ' INDEX ON '),
          CASE WHEN NOT i.indisvalid THEN 'invalid' END,
          CASE WHEN i.indisclustered THEN 'clustered' END),
        x.relname
      FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT EXISTS
          (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        AND c.relkind IN ('r', 'p', 'm', 'f') AND %s
      """;

  private static final String SEQUENCES =
      """
      SELECT n.nspname, c.relname,
        concat_ws(' ',
          format('%%s start %%s increment %%s min %%s max %%s cache %%s', format_type(s.seqtypid, NULL),
            s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache),
          CASE WHEN s.seqcycle THEN 'cycle' END,
          (SELECT 'owned by ' || p.refobjid::regclass || '.' || a.attname
           FROM pg_depend p
             JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
           WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.deptype = 'a'
             AND p.refclassid = 'pg_class'::regclass)),
        NULL
      FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT EXISTS
          (SELECT FROM pg_depend p
           WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.deptype = 'i')
        AND %s
      """;

  private static final String COMMENTS =
      """
      SELECT n.nspname, c.relname, concat_ws(' ', a.attname, quote_literal(d.description)), NULL
      FROM pg_description d
        JOIN pg_class c ON c.oid = d.objoid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
      WHERE d.classoid = 'pg_class'::regclass AND %1$s
      UNION ALL
      SELECT n.nspname, c.relname, concat_ws(' ', 'constraint', k.conname, quote_literal(d.description)), NULL
      FROM pg_description d
        JOIN pg_constraint k ON k.oid = d.objoid
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE d.classoid = 'pg_constraint'::regclass AND %1$s
      UNION ALL
      SELECT n.nspname, t.typname, quote_literal(d.description), NULL
      FROM pg_description d
        JOIN pg_type t ON t.oid = d.objoid
        JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE d.classoid = 'pg_type'::regclass AND %1$s
      UNION ALL
      SELECT n.nspname, '', quote_literal(d.description), NULL
      FROM pg_description d JOIN pg_namespace n ON n.oid = d.objoid
      WHERE d.classoid = 'pg_namespace'::regclass AND d.description <> 'standard public schema' AND %1$s
      """;

  private static final String ENUMS =
      """
      SELECT n.nspname, t.typname,
        (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
         FROM pg_enum e WHERE e.enumtypid = t.oid),
        NULL
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND %s
      """;

  private static final String COMPOSITE_TYPES =
      """
      SELECT n.nspname, t.typname,
        (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
           ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
        NULL
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_class c ON c.oid = t.typrelid
      WHERE c.relkind = 'c' AND %s
      """;

  private static final String DOMAINS =
      """
      SELECT n.nspname, t.typname,
        concat_ws(' ',
          format_type(t.typbasetype, t.typtypmod),
          CASE WHEN t.typnotnull THEN 'not null' END,
          'default ' || t.typdefault,
          (SELECT string_agg(pg_get_constraintdef(k.oid), ' ' ORDER BY pg_get_constraintdef(k.oid))
           FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')),
        NULL
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'd' AND %s
      """;

  /** Casts have no schema: those count whose source or target is a type of the schemas. */
  private static final String CASTS =
      """
      SELECT DISTINCT n.nspname, t.typname,
        format('%%s to %%s, context %%s, method %%s', format_type(k.castsource, NULL),
          format_type(k.casttarget, NULL), k.castcontext, k.castmethod),
        NULL
      FROM pg_cast k
        JOIN pg_type t ON t.oid IN (k.castsource, k.casttarget)
        JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE %s
      """;

  private static final String VIEWS =
      """
      SELECT n.nspname, c.relname,
        concat_ws(' ', CASE c.relkind WHEN 'm' THEN 'materialized' END, pg_get_viewdef(c.oid)), NULL
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND %s
      """;

  private static final String TRIGGERS =
      """
      SELECT n.nspname, c.relname, pg_get_triggerdef(g.oid), NULL
      FROM pg_trigger g
        JOIN pg_class c ON c.oid = g.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT g.tgisinternal AND %s
      """;

  private final Connection connection;
  private final String[] schemas;
  private final List<Fact> facts = new ArrayList<>();

  PostgresFacts(Connection connection, String... schemas) {
    this.connection = connection;
    this.schemas = schemas.clone();
  }

  /**
   * All queries go in one statement, and the search path is back at its end: a driver that hears of
   * another path forgets what it has prepared.
   */
  List<Fact> read() throws SQLException {
    Map<Kind, String> queries = queries();
    String path = "SELECT set_config('search_path', ?, false)";
    String sql = path + ";\n" + String.join(";\n", queries.values()) + ";\n" + path;
    String before = searchPath();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 0;
      statement.setString(++parameter, "");
      Array wanted = connection.createArrayOf("text", schemas);
      // All others but the last are those of the schemas; a query may ask for them more than once.
      for (long left = sql.chars().filter(each -> each == '?').count() - 2; left > 0; left--) {
        statement.setArray(++parameter, wanted);
      }
      statement.setString(++parameter, before);
      statement.execute();
      for (Kind kind : queries.keySet()) {
        statement.getMoreResults();
        add(kind, statement.getResultSet());
      }
    }
    return facts;
  }

  private Map<Kind, String> queries() {
    Map<Kind, String> queries = new LinkedHashMap<>();
    queries.put(Kind.SCHEMA, SCHEMAS);
    queries.put(Kind.TABLE, TABLES);
    queries.put(Kind.COLUMN, COLUMNS);
    queries.put(Kind.PRIMARY_KEY, CONSTRAINTS.formatted("p"));
    queries.put(Kind.UNIQUE, CONSTRAINTS.formatted("u"));
    queries.put(Kind.FOREIGN_KEY, CONSTRAINTS.formatted("f"));
    queries.put(Kind.CHECK, CONSTRAINTS.formatted("c"));
    queries.put(Kind.EXCLUDE, CONSTRAINTS.formatted("x"));
    queries.put(Kind.INDEX, INDEXES);
    queries.put(Kind.SEQUENCE, SEQUENCES);
    queries.put(Kind.COMMENT, COMMENTS);
    queries.put(Kind.ENUM, ENUMS);
    queries.put(Kind.COMPOSITE_TYPE, COMPOSITE_TYPES);
    queries.put(Kind.DOMAIN, DOMAINS);
    queries.put(Kind.CAST, CASTS);
    queries.put(Kind.VIEW, VIEWS);
    queries.put(Kind.TRIGGER, TRIGGERS);
    String inSchemas =
        schemas.length == 0
            ? "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
            : "n.nspname = ANY (?)";
    queries.replaceAll((kind, query) -> query.formatted(inSchemas));
    return queries;
  }

  private String searchPath() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT current_setting('search_path')");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private void add(Kind kind, ResultSet row) throws SQLException {
    while (row.next()) {
      facts.add(
          new Fact(kind, row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }
  }
}
