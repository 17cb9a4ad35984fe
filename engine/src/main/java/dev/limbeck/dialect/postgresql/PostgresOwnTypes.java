package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The types that people made in the schemas of a scope, read in one query.
 *
 * @param enumTypes the enumerated types
 * @param domains the domains
 */
record PostgresOwnTypes(List<EnumType> enumTypes, List<Domain> domains) {
  private static final String QUERY =
      """
      SELECT n.nspname AS schema, y.typname AS name, y.typtype = 'd' AS domain,
        (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
         FROM pg_catalog.pg_enum e WHERE e.enumtypid = y.oid) AS labels,
        y.typnotnull AS not_null, y.typdefault AS value,
        pg_catalog.format_type(y.typbasetype, y.typtypmod) AS type,
        (SELECT array_agg(k.conname::text ORDER BY k.conname)
         FROM pg_catalog.pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c') AS names,
        (SELECT array_agg(pg_catalog.pg_get_expr(k.conbin, 0) ORDER BY k.conname)
         FROM pg_catalog.pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c') AS checks
      FROM pg_catalog.pg_type y
      JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
      WHERE y.typtype IN ('d', 'e') AND n.nspname = ANY (?)
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = y.oid
            AND d.deptype = 'e')
      ORDER BY 1, 2
      """;

  PostgresOwnTypes {
    enumTypes = List.copyOf(enumTypes);
    domains = List.copyOf(domains);
  }

  static PostgresOwnTypes read(CatalogQuery query, PostgresTypes types) throws SQLException {
    List<EnumType> enumTypes = new ArrayList<>();
    List<Domain> domains = new ArrayList<>();
    query.onSchemas(
        QUERY,
        row -> {
          QualifiedName name = query.name(row.getString("schema"), row.getString("name"));
          if (row.getBoolean("domain")) {
            domains.add(domain(name, row, types));
          } else {
            enumTypes.add(new EnumType(name, CatalogQuery.texts(row, "labels")));
          }
        });
    return new PostgresOwnTypes(enumTypes, domains);
  }

  private static Domain domain(QualifiedName name, ResultSet row, PostgresTypes types)
      throws SQLException {
    List<String> names = CatalogQuery.texts(row, "names");
    List<String> conditions = CatalogQuery.texts(row, "checks");
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      checks.add(new Check(Identifier.stored(names.get(i)), CheckCondition.sql(conditions.get(i))));
    }
    String value = row.getString("value");
    return new Domain(
        name,
        types.parse(row.getString("type")),
        !row.getBoolean("not_null"),
        value == null ? null : SqlExpression.of(value),
        checks);
  }
}
