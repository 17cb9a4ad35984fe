package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.dialect.CatalogStructure;
import schemacrawler.schema.Catalog;

/** Takes tables over from SchemaCrawler's catalog. */
@FunctionalInterface
interface CrawledTables {

  /** Adds all tables of the catalog. */
  void addTo(CatalogStructure structure, Catalog catalog);
}
