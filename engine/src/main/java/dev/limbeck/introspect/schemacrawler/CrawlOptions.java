package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.dialect.CatalogViews;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import schemacrawler.inclusionrule.IncludeAll;
import schemacrawler.inclusionrule.InclusionRule;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.MetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;

/**
 * What SchemaCrawler reads, and how. The options for a database are explicit: SchemaCrawler's own
 * choice of them asks for a plug-in for each database.
 *
 * @param retrieval how it reads
 * @param crawl what it reads: tables, and columns and primary keys where no view shows them
 */
record CrawlOptions(SchemaRetrievalOptions retrieval, SchemaCrawlerOptions crawl) {

  /** Reads by the dialect's views, which show the columns of a table as an attribute of it. */
  static CrawlOptions of(CatalogViews views) {
    InformationSchemaViewsBuilder queries =
        InformationSchemaViewsBuilder.builder()
            .withSql(InformationSchemaKey.TABLES, views.tables());
    SchemaRetrievalOptionsBuilder options =
        SchemaRetrievalOptionsBuilder.builder().withDoesNotSupportCatalogs();
    String schemas = views.schemas();
    if (schemas == null) {
      options.withDoesNotSupportSchemas();
    } else {
      options.withSupportsSchemas();
      queries.withSql(InformationSchemaKey.SCHEMATA, schemas);
    }
    options
        .withInformationSchemaViews(queries.toOptions())
        .with(
            SchemaInfoMetadataRetrievalStrategy.tablesRetrievalStrategy,
            MetadataRetrievalStrategy.data_dictionary_all);
    return new CrawlOptions(options.toOptions(), crawl(new IncludeAll(), false));
  }

  /**
   * Reads by the driver's metadata: columns schema by schema, since SchemaCrawler would read them
   * table by table on several threads.
   *
   * @param schemas the names of the schemas, or none for all
   */
  static CrawlOptions ofMetadata(Connection connection, Set<String> schemas) {
    SchemaRetrievalOptions retrieval =
        SchemaRetrievalOptionsBuilder.builder()
            .withDoesNotSupportCatalogs()
            .fromConnnection(connection)
            .with(
                SchemaInfoMetadataRetrievalStrategy.tableColumnsRetrievalStrategy,
                MetadataRetrievalStrategy.metadata_over_schemas)
            .toOptions();
    return new CrawlOptions(
        retrieval,
        crawl(
            schemas.isEmpty()
                ? new IncludeAll()
                : named(schemas, retrieval.getIdentifierQuoteString()),
            true));
  }

  /** SchemaCrawler asks by the name in quotes where it thinks that the name needs them. */
  private static InclusionRule named(Set<String> schemas, String quote) {
    HashSet<String> names = new HashSet<>(schemas);
    schemas.forEach(schema -> names.add(quote + schema + quote));
    return names::contains;
  }

  private static SchemaCrawlerOptions crawl(InclusionRule schemas, boolean columns) {
    return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
        .withLimitOptions(
            LimitOptionsBuilder.builder()
                .includeSchemas(schemas)
                .includeAllTables()
                .tableTypes("TABLE", "BASE TABLE")
                .toOptions())
        .withLoadOptions(
            LoadOptionsBuilder.builder()
                .withMaxThreads(1)
                .withSchemaInfoLevelBuilder(
                    SchemaInfoLevelBuilder.builder()
                        .setRetrieveTables(true)
                        .setRetrieveTableColumns(columns)
                        .setRetrievePrimaryKeys(columns))
                .toOptions());
  }
}
