package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.model.Column;

/**
 * Tables that were read by a dialect's views.
 *
 * @param identifiers the rules of the dialect's names
 * @param views the views
 */
record ViewedTables(IdentifierRules identifiers, CatalogViews views) implements CrawledTables {

  @Override
  public String name(String crawled) {
    return CatalogViews.unquoted(crawled);
  }

  @Override
  public Column column(schemacrawler.schema.Column crawled) {
    return views.column(
        identifiers.stored(name(crawled.getName())), crawled.isNullable(), crawled.getAttributes());
  }
}
