package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.dialect.CatalogStructure;
import dev.limbeck.dialect.CatalogViews;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Table;

/**
 * Tables that were read by a dialect's views.
 *
 * @param views the views
 */
record ViewedTables(CatalogViews views) implements CrawledTables {

  @Override
  public void addTo(CatalogStructure structure, Catalog catalog) {
    for (Table table : catalog.getTables()) {
      String schema = table.getSchema().getName();
      structure.table(
          schema == null ? null : CatalogViews.unquoted(schema),
          CatalogViews.unquoted(table.getName()),
          views,
          attribute(table, CatalogViews.COLUMNS),
          attribute(table, CatalogViews.KEY));
    }
  }

  private static @Nullable String attribute(Table table, String name) {
    return table.getAttribute(name) instanceof String text ? text : null;
  }
}
