package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.dialect.CatalogStructure;
import dev.limbeck.model.Column;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.PrimaryKey;
import schemacrawler.schema.Table;
import schemacrawler.schema.TableConstraintColumn;

/** Takes tables over from SchemaCrawler's catalog. */
interface CrawledTables {

  /** The name that SchemaCrawler's name stands for. */
  String name(String crawled);

  /** The column that SchemaCrawler's column stands for. */
  Column column(schemacrawler.schema.Column crawled);

  /** Adds all tables of the catalog. */
  default void addTo(CatalogStructure structure, Catalog catalog) {
    for (Table table : catalog.getTables()) {
      String inSchema = table.getSchema().getName();
      @Nullable String schema = inSchema == null ? null : name(inSchema);
      String name = name(table.getName());
      structure.table(schema, name);
      for (schemacrawler.schema.Column column : table.getColumns()) {
        structure.column(schema, name, column.getOrdinalPosition(), column(column));
      }
      PrimaryKey key = table.getPrimaryKey();
      if (key != null) {
        String keyName = key.getName();
        for (TableConstraintColumn column : key.getConstrainedColumns()) {
          structure.keyColumn(
              schema,
              name,
              keyName == null || keyName.isEmpty() ? null : name(keyName),
              column.getTableConstraintOrdinalPosition(),
              name(column.getName()));
        }
      }
    }
  }
}
