package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CheckConditionParser;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The constraints of tables beside their primary keys. What PostgreSQL 18 lists for NOT NULL is a
 * fact of the column; the copies of a foreign key for partitions are the same key. A constraint
 * that is {@code NOT ENFORCED} is a check that demands nothing: it has the name and no effect.
 */
final class PostgresConstraints {
  private static final String QUERY =
      """
      SELECT t.schema, t.name, k.conname AS constraint, k.contype AS kind,
        k.condeferrable AS deferrable, k.condeferred AS deferred,
        (SELECT array_agg(a.attname::text ORDER BY p.place)
         FROM unnest(k.conkey) WITH ORDINALITY p(number, place)
         JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number)
         AS columns,
        fn.nspname AS target_schema, fc.relname AS target_name,
        (SELECT array_agg(a.attname::text ORDER BY p.place)
         FROM unnest(k.confkey) WITH ORDINALITY p(number, place)
         JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.number)
         AS target_columns,
        k.confdeltype AS on_delete, k.confupdtype AS on_update,
        pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS condition,
        %s AS nulls_not_distinct, %s AS enforced
      FROM t
      JOIN pg_catalog.pg_constraint k
        ON k.conrelid = t.oid AND k.contype IN ('u', 'f', 'c') AND k.conparentid = 0
      LEFT JOIN pg_catalog.pg_class fc ON fc.oid = k.confrelid
      LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
      LEFT JOIN pg_catalog.pg_index i ON k.contype = 'u' AND i.indexrelid = k.conindid
      ORDER BY t.schema, t.name, k.contype DESC, k.conname
      """;

  private static final String NOTHING = "true /* not enforced */";

  private PostgresConstraints() {}

  /** Adds their constraints to the tables. */
  static void read(CatalogQuery query, Map<QualifiedName, Table> tables) throws SQLException {
    query.onTables(
        QUERY.formatted(
            query.isVersion(15) ? "coalesce(i.indnullsnotdistinct, false)" : "false",
            query.isVersion(18) ? "k.conenforced" : "true"),
        row -> {
          QualifiedName name = query.name(row.getString("schema"), row.getString("name"));
          Table table = tables.get(name);
          if (table != null) {
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.add(constraint(query, table, row));
            tables.put(name, table.withConstraints(constraints));
          }
        });
  }

  private static Constraint constraint(CatalogQuery query, Table table, ResultSet row)
      throws SQLException {
    Identifier name = Identifier.stored(row.getString("constraint"));
    if (!row.getBoolean("enforced")) {
      return new Check(name, CheckCondition.sql(NOTHING));
    }
    return switch (row.getString("kind")) {
      case "u" ->
          new Unique(
              name,
              CatalogQuery.identifiers(row, "columns"),
              row.getBoolean("nulls_not_distinct"),
              deferral(row));
      case "f" ->
          new ForeignKey(
              name,
              CatalogQuery.identifiers(row, "columns"),
              query.name(row.getString("target_schema"), row.getString("target_name")),
              CatalogQuery.identifiers(row, "target_columns"),
              action(row.getString("on_delete")),
              action(row.getString("on_update")),
              deferral(row));
      default -> new Check(name, CheckConditionParser.parse(table, row.getString("condition")));
    };
  }

  private static Deferral deferral(ResultSet row) throws SQLException {
    if (!row.getBoolean("deferrable")) {
      return Deferral.NONE;
    }
    return row.getBoolean("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  private static ReferentialAction action(String code) {
    return switch (code) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }
}
