package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Column;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalog says of columns beside name, type and nullability, and of tables. */
final class PostgresColumnFacts {

  /** Only columns of which there is anything to say; and each table once, for its comment. */
  private static final String QUERY =
      """
      SELECT t.schema, t.name, a.attname AS column,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression,
        a.attgenerated AS generated, a.attidentity AS identity,
        s.seqstart AS start, s.seqincrement AS increment,
        CASE WHEN a.attcollation <> y.typcollation THEN
          CASE WHEN pg_catalog.pg_collation_is_visible(co.oid) THEN ''
          ELSE pg_catalog.quote_ident(cn.nspname) || '.' END
          || pg_catalog.quote_ident(co.collname) END AS collation,
        c.description AS comment
      FROM t
      JOIN pg_catalog.pg_attribute a
        ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      LEFT JOIN pg_catalog.pg_depend i ON a.attidentity <> '' AND i.deptype = 'i'
        AND i.classid = 'pg_catalog.pg_class'::regclass
        AND i.refclassid = 'pg_catalog.pg_class'::regclass
        AND i.refobjid = t.oid AND i.refobjsubid = a.attnum
      LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = i.objid
      LEFT JOIN pg_catalog.pg_description c ON c.objoid = t.oid
        AND c.classoid = 'pg_catalog.pg_class'::regclass AND c.objsubid = a.attnum
      WHERE d.oid IS NOT NULL OR a.attidentity <> '' OR a.attcollation <> y.typcollation
        OR c.description IS NOT NULL
      UNION ALL
      SELECT t.schema, t.name, NULL, NULL, '', '', NULL, NULL, NULL, c.description
      FROM t
      JOIN pg_catalog.pg_description c ON c.objoid = t.oid
        AND c.classoid = 'pg_catalog.pg_class'::regclass AND c.objsubid = 0
      """;

  private final Map<Identifier, Facts> columns = new HashMap<>();
  private @Nullable String comment;

  private PostgresColumnFacts() {}

  /** What is said of one column. */
  private record Facts(
      @Nullable SqlExpression defaultValue,
      @Nullable Generation generation,
      @Nullable String collation,
      @Nullable String comment) {}

  /** Completes the columns of the tables, and gives the tables their comments. */
  static void read(CatalogQuery query, Map<QualifiedName, Table> tables) throws SQLException {
    Map<QualifiedName, PostgresColumnFacts> facts = new HashMap<>();
    query.onTables(
        QUERY,
        row ->
            facts
                .computeIfAbsent(
                    query.name(row.getString("schema"), row.getString("name")),
                    name -> new PostgresColumnFacts())
                .add(row));
    tables.replaceAll(
        (name, table) -> {
          PostgresColumnFacts ofTable = facts.get(name);
          return ofTable == null ? table : ofTable.applyTo(table);
        });
  }

  private void add(ResultSet row) throws SQLException {
    String column = row.getString("column");
    if (column == null) {
      comment = row.getString("comment");
      return;
    }
    String expression = row.getString("expression");
    boolean computed = !row.getString("generated").isEmpty();
    columns.put(
        Identifier.stored(column),
        new Facts(
            expression == null || computed || NullText.isNull(expression)
                ? null
                : SqlExpression.of(expression),
            generation(row, expression),
            row.getString("collation"),
            row.getString("comment")));
  }

  private static @Nullable Generation generation(ResultSet row, @Nullable String expression)
      throws SQLException {
    String generated = row.getString("generated");
    if (!generated.isEmpty() && expression != null) {
      return new Generation.Computed(SqlExpression.of(expression), generated.equals("s"));
    }
    String identity = row.getString("identity");
    return identity.isEmpty()
        ? null
        : new Generation.Identity(
            identity.equals("a"), row.getLong("start"), row.getLong("increment"));
  }

  private Table applyTo(Table table) {
    List<Column> completed = new ArrayList<>();
    for (Column column : table.columns()) {
      Facts facts = columns.get(column.name());
      completed.add(
          facts == null
              ? column
              : new Column(
                  column.name(),
                  column.type(),
                  column.nullable(),
                  facts.defaultValue,
                  facts.generation,
                  facts.comment,
                  facts.collation));
    }
    return table.withColumns(completed).withComment(comment);
  }
}
