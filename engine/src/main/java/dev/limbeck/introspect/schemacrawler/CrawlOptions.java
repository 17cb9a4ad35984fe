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
 * @param crawl what it reads: tables, columns and primary keys, and nothing else
 */
record CrawlOptions(SchemaRetrievalOptions retrieval, SchemaCrawlerOptions crawl) {

  /** Reads by the dialect's views. */
  static CrawlOptions of(CatalogViews views) {
    InformationSchemaViewsBuilder queries =
        InformationSchemaViewsBuilder.builder()
            .withSql(InformationSchemaKey.TABLES, views.tables())
            .withSql(InformationSchemaKey.TABLE_COLUMNS, views.columns())
            .withSql(InformationSchemaKey.PRIMARY_KEYS, views.primaryKeys());
    SchemaRetrievalOptionsBuilder options =
        SchemaRetrievalOptionsBuilder.builder().withDoesNotSupportCatalogs();
    String schemas = views.schemas();
    if (schemas == null) {
      options.withDoesNotSupportSchemas();
    } else {
      options.withSupportsSchemas();
      queries.withSql(InformationSchemaKey.SCHEMATA, schemas);
    }
    MetadataRetrievalStrategy dictionary = MetadataRetrievalStrategy.data_dictionary_all;
    options
        .withInformationSchemaViews(queries.toOptions())
        .with(SchemaInfoMetadataRetrievalStrategy.tablesRetrievalStrategy, dictionary)
        .with(SchemaInfoMetadataRetrievalStrategy.tableColumnsRetrievalStrategy, dictionary)
        .with(SchemaInfoMetadataRetrievalStrategy.primaryKeysRetrievalStrategy, dictionary);
    return new CrawlOptions(options.toOptions(), crawl(new IncludeAll()));
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
                : named(schemas, retrieval.getIdentifierQuoteString())));
  }

  /** SchemaCrawler asks by the name in quotes where it thinks that the name needs them. */
  private static InclusionRule named(Set<String> schemas, String quote) {
    HashSet<String> names = new HashSet<>(schemas);
    schemas.forEach(schema -> names.add(quote + schema + quote));
    return names::contains;
  }

  private static SchemaCrawlerOptions crawl(InclusionRule schemas) {
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
                        .setRetrieveTableColumns(true)
                        .setRetrievePrimaryKeys(true))
                .toOptions());
  }
}
