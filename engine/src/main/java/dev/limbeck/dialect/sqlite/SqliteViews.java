package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.json.Json;
import dev.limbeck.json.JsonString;
import dev.limbeck.model.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SQLite's table-valued functions say of tables, their columns and primary keys. */
final class SqliteViews implements CatalogViews {
  private static final String TABLES =
      """
      SELECT NULL AS TABLE_SCHEM, '"' || t.name || '"' AS TABLE_NAME, 'TABLE' AS TABLE_TYPE,
             NULL AS LIMBECK_KEY,
             (SELECT json_group_array(json_array(c.name, c."notnull", c.pk, c.type))
                FROM pragma_table_xinfo(t.name, 'main') c) AS LIMBECK_COLUMNS
        FROM pragma_table_list t
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      """;

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
    return TABLES;
  }

  @Override
  public ColumnType type(List<Json> said) {
    return types.parse(((JsonString) said.get(0)).value());
  }
}
