package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of tables that do not only serve a constraint. One that is not valid, because its
 * making failed, is an index of no rows: it neither speeds up nor forbids anything, but it has the
 * name.
 */
final class PostgresIndexes {

  /** A row for each part of each index; bit 1 of its options is DESC, bit 2 NULLS FIRST. */
  private static final String QUERY =
      """
      SELECT t.schema, t.name, ic.relname AS index, i.indisunique AS is_unique,
        am.amname AS method, %s AS nulls_not_distinct,
        i.indisvalid AS valid, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
        k.place <= i.indnkeyatts AS is_key, a.attname AS column,
        CASE WHEN a.attname IS NULL
          THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.place, false) END AS expression,
        coalesce(i.indoption[k.place - 1], 0) AS options,
        CASE WHEN NOT oc.opcdefault THEN
          CASE WHEN pg_catalog.pg_opclass_is_visible(oc.oid) THEN ''
          ELSE pg_catalog.quote_ident(opn.nspname) || '.' END
          || pg_catalog.quote_ident(oc.opcname) END AS operator_class,
        CASE WHEN co.oid <> coalesce(a.attcollation, y.typcollation) THEN
          CASE WHEN pg_catalog.pg_collation_is_visible(co.oid) THEN ''
          ELSE pg_catalog.quote_ident(cn.nspname) || '.' END
          || pg_catalog.quote_ident(co.collname) END AS collation,
        CASE WHEN a.attname IS NULL AND co.oid <> y.typcollation
          THEN pg_catalog.pg_get_indexdef(i.indexrelid) END AS definition, k.place
      FROM t
      JOIN pg_catalog.pg_index i ON i.indrelid = t.oid
      JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
      JOIN pg_catalog.pg_am am ON am.oid = ic.relam
      CROSS JOIN LATERAL generate_series(1, i.indnatts::int) k(place)
      JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = k.place
      JOIN pg_catalog.pg_type y ON y.oid = ia.atttypid
      LEFT JOIN pg_catalog.pg_attribute a
        ON i.indkey[k.place - 1] <> 0 AND a.attrelid = t.oid
        AND a.attnum = i.indkey[k.place - 1]
      LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = i.indclass[k.place - 1]
      LEFT JOIN pg_catalog.pg_namespace opn ON opn.oid = oc.opcnamespace
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = i.indcollation[k.place - 1]
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      WHERE NOT EXISTS (
        SELECT FROM pg_catalog.pg_constraint c
        WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
      ORDER BY t.schema, t.name, ic.relname, k.place
      """;

  private static final String NO_ROWS = "false /* not valid */";
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private PostgresIndexes() {}

  /** Adds their indexes to the tables. */
  static void read(CatalogQuery query, Map<QualifiedName, Table> tables) throws SQLException {
    Map<QualifiedName, Map<Identifier, Index>> indexes = new LinkedHashMap<>();
    query.onTables(
        QUERY.formatted(query.isVersion(15) ? "i.indnullsnotdistinct" : "false"),
        row -> {
          Map<Identifier, Index> ofTable =
              indexes.computeIfAbsent(
                  query.name(row.getString("schema"), row.getString("name")),
                  name -> new LinkedHashMap<>());
          Identifier name = Identifier.stored(row.getString("index"));
          Index before = ofTable.get(name);
          ofTable.put(name, before == null ? begun(name, row) : continued(before, row));
        });
    indexes.forEach(
        (name, ofTable) ->
            tables.computeIfPresent(
                name, (key, table) -> table.withIndexes(List.copyOf(ofTable.values()))));
  }

  private static Index begun(Identifier name, ResultSet row) throws SQLException {
    return new Index(
        name,
        row.getBoolean("is_unique"),
        List.of(part(row)),
        row.getString("method"),
        List.of(),
        expression(row.getBoolean("valid") ? row.getString("predicate") : NO_ROWS),
        row.getBoolean("nulls_not_distinct"));
  }

  private static Index continued(Index index, ResultSet row) throws SQLException {
    if (row.getBoolean("is_key")) {
      List<IndexPart> parts = new ArrayList<>(index.parts());
      parts.add(part(row));
      return index.withParts(parts);
    }
    List<Identifier> include = new ArrayList<>(index.include());
    include.add(Identifier.stored(row.getString("column")));
    return index.withInclude(include);
  }

  private static IndexPart part(ResultSet row) throws SQLException {
    String column = row.getString("column");
    int options = row.getInt("options");
    return new IndexPart(
        column == null ? null : Identifier.stored(column),
        expression(row.getString("expression")),
        (options & DESCENDING) != 0,
        (options & NULLS_FIRST) != 0 ? IndexPart.Nulls.FIRST : IndexPart.Nulls.LAST,
        hasImpliedCollation(row) ? null : row.getString("collation"),
        row.getString("operator_class"));
  }

  /**
   * True where the collation is that of the columns in the expression: nothing but the index's
   * definition as a whole tells, in which only the other ones are named.
   */
  private static boolean hasImpliedCollation(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    if (definition == null) {
      return false;
    }
    List<SqlToken> tokens = SqlTokenizer.code(definition);
    int at = 0;
    while (!tokens.get(at).isWord("using")) {
      at++;
    }
    int depth = 0;
    int place = 1;
    boolean named = false;
    for (SqlToken token : tokens.subList(at + 2, tokens.size())) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      place += depth == 1 && token.isSymbol(",") ? 1 : 0;
      named |= depth == 1 && place == row.getInt("place") && token.isWord("collate");
      if (depth == 0) {
        break;
      }
    }
    return !named;
  }

  private static @Nullable SqlExpression expression(@Nullable String sql) {
    return sql == null ? null : SqlExpression.of(sql);
  }
}
