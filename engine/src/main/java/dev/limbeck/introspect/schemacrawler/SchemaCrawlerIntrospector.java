package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.CatalogStructure;
import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.introspect.Introspector;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import schemacrawler.crawl.SchemaCrawler;
import schemacrawler.schema.Catalog;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

/**
 * Reads tables, columns, types and primary keys with SchemaCrawler, and the rest through the
 * dialect's {@link dev.limbeck.dialect.CatalogReader#complete}.
 *
 * <p>Where the dialect has {@link Dialect#views} the result is that of its catalog reader, and the
 * number of statements does not grow with the number of tables. Any other database is read through
 * {@link java.sql.DatabaseMetaData}, with a statement for each table's primary key.
 *
 * <p>SchemaCrawler runs its tasks one after the other on a thread of its own, on the connection
 * that it is given, inside whatever transaction that has. It reads no foreign keys: its sort of the
 * tables takes time beyond the square of the depth of their chain.
 */
public final class SchemaCrawlerIntrospector implements Introspector {

  /** Held, since a logger that nobody holds forgets its level. */
  private final List<Logger> loggers =
      List.of(Logger.getLogger("schemacrawler"), Logger.getLogger("us.fatehi"));

  /**
   * Silences SchemaCrawler's loggers, whose reports of each step the JDK would print, unless the
   * application has given them a level. Whatever fails is thrown.
   */
  public SchemaCrawlerIntrospector() {
    for (Logger logger : loggers) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.OFF);
      }
    }
  }

  @Override
  public DatabaseModel read(Connection connection, Dialect dialect, CatalogScope scope)
      throws SQLException {
    String defaultSchema = dialect.catalog().defaultSchema(connection);
    CatalogViews views = dialect.views(defaultSchema, scope);
    CrawlOptions options =
        views == null
            ? CrawlOptions.ofMetadata(connection, schemas(defaultSchema, scope))
            : CrawlOptions.of(views);
    CatalogStructure structure =
        new CatalogStructure(dialect.identifiers(), defaultSchema, scope.hidden());
    CrawledTables crawled =
        views == null
            ? new MetadataTables(dialect.identifiers(), dialect.types())
            : new ViewedTables(views);
    crawled.addTo(structure, crawl(connection, options));
    DatabaseModel tables = structure.model();
    return dialect
        .catalog()
        .complete(connection, scope, views == null ? only(tables, scope, defaultSchema) : tables);
  }

  /** The tables that the scope wants: metadata shows all, views only those. */
  private static DatabaseModel only(
      DatabaseModel tables, CatalogScope scope, @Nullable String defaultSchema) {
    Set<QualifiedName> wanted = scope.tables();
    return wanted == null
        ? tables
        : tables.withTables(
            tables.tables().stream()
                .filter(
                    table ->
                        wanted.stream()
                            .map(name -> CatalogStructure.name(name, defaultSchema))
                            .anyMatch(table.name()::equals))
                .toList());
  }

  private static Set<String> schemas(@Nullable String defaultSchema, CatalogScope scope) {
    Set<String> names = new TreeSet<>();
    if (defaultSchema != null) {
      names.add(defaultSchema);
    }
    scope.schemas().forEach(schema -> names.add(schema.key()));
    return names;
  }

  /** The source of the connection is never closed, which would close the connection. */
  private static Catalog crawl(Connection connection, CrawlOptions options) throws SQLException {
    try {
      return new SchemaCrawler(
              DatabaseConnectionSources.fromConnection(connection),
              options.retrieval(),
              options.crawl())
          .crawl();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException refused) {
          throw refused;
        }
      }
      throw new LimbeckException(
          "LMB-411",
          "SchemaCrawler could not read the database: "
              + e.getMessage()
              + "\n  Without SchemaCrawler on the class path the dialect's own reader is used.",
          e);
    }
  }
}
