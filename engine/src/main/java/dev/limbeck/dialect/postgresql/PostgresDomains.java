package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the domains of the schemas of a scope, in one query. */
final class PostgresDomains {
  private static final String QUERY =
      """
      SELECT n.nspname AS schema, y.typname AS name, y.typnotnull AS not_null,
        pg_catalog.format_type(y.typbasetype, y.typtypmod) AS type, y.typdefault AS value,
        (SELECT array_agg(k.conname::text ORDER BY k.conname)
         FROM pg_catalog.pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c') AS names,
        (SELECT array_agg(pg_catalog.pg_get_expr(k.conbin, 0) ORDER BY k.conname)
         FROM pg_catalog.pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c') AS checks
      FROM pg_catalog.pg_type y
      JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
      WHERE y.typtype = 'd' AND n.nspname = ANY (?)
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = y.oid
            AND d.deptype = 'e')
      ORDER BY 1, 2
      """;

  private PostgresDomains() {}

  static List<Domain> read(CatalogQuery query, PostgresTypes types) throws SQLException {
    List<Domain> domains = new ArrayList<>();
    query.onSchemas(
        QUERY,
        row -> {
          List<String> names = CatalogQuery.texts(row, "names");
          List<String> conditions = CatalogQuery.texts(row, "checks");
          List<Check> checks = new ArrayList<>();
          for (int i = 0; i < names.size(); i++) {
            checks.add(
                new Check(Identifier.stored(names.get(i)), CheckCondition.sql(conditions.get(i))));
          }
          String value = row.getString("value");
          domains.add(
              new Domain(
                  query.name(row.getString("schema"), row.getString("name")),
                  types.parse(row.getString("type")),
                  !row.getBoolean("not_null"),
                  value == null ? null : SqlExpression.of(value),
                  checks));
        });
    return domains;
  }
}
