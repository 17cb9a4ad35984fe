package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SQLite's table-valued functions say of tables, their columns and primary keys. */
final class SqliteViews implements CatalogViews {
  private static final String TABLE =
      """
      SELECT NULL AS TABLE_SCHEM, '"' || t.name || '"' AS TABLE_NAME,
      """;
  private static final String FROM_TABLES =
      """
        FROM pragma_table_list t%s
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'
      """;
  private static final String FROM_COLUMNS =
      FROM_TABLES.formatted(", pragma_table_xinfo(t.name, 'main') c");

  private final SqliteTypes types;

  SqliteViews(SqliteTypes types) {
    this.types = types;
  }

  @Override
  public @Nullable String schemas() {
    return null;
  }

  @Override
  public String tables() {
    return TABLE + "  'TABLE' AS TABLE_TYPE\n" + FROM_TABLES.formatted("");
  }

  @Override
  public String columns() {
    return TABLE
        + """
            '"' || c.name || '"' AS COLUMN_NAME, c.cid AS ORDINAL_POSITION,
            '"' || c.type || '"' AS TYPE_NAME, 1 - c."notnull" AS NULLABLE,
            c.type AS DECLARED_TYPE
          """
        + FROM_COLUMNS;
  }

  @Override
  public String primaryKeys() {
    return TABLE
        + """
            '"' || c.name || '"' AS COLUMN_NAME, c.pk AS KEY_SEQ, NULL AS PK_NAME
          """
        + FROM_COLUMNS
        + "   AND c.pk > 0\n";
  }

  @Override
  public Column column(Identifier name, boolean nullable, Map<String, Object> attributes) {
    String type = String.valueOf(attributes.getOrDefault("DECLARED_TYPE", ""));
    return new Column(name, types.parse(type), nullable, null, null, null, null);
  }
}
