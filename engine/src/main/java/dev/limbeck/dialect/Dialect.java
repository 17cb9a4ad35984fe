package dev.limbeck.dialect;

import dev.limbeck.model.DatabaseModel;
import org.jspecify.annotations.Nullable;

/**
 * A database product: all that Limbeck has to know of one.
 *
 * <p>Found through {@link java.util.ServiceLoader}; stateless, safe for use by several threads. A
 * new dialect implements this and changes nothing else in the engine.
 */
public interface Dialect {

  /** The name by which revisions and configuration call it, in lower case: {@code postgresql}. */
  String name();

  /** How JDBC URLs begin that lead to it: {@code jdbc:postgresql:}. */
  String jdbcPrefix();

  /**
   * The schemes by which a {@code DATABASE_URL} that is no JDBC URL names it, such as {@code
   * postgres}, and how to read one.
   */
  DatabaseAddresses addresses();

  /**
   * The schema that a connection has by default where nobody says otherwise; null where the
   * database has no schemas.
   */
  default @Nullable String usualSchema() {
    return null;
  }

  /** The rules of its names. */
  IdentifierRules identifiers();

  /** Its types. */
  TypeSystem types();

  /** What of a model it can hold and show. */
  Projection projection();

  /** How it does operations. */
  StatementPlanner statements();

  /** Which rows refuse a change. */
  RowRules rows();

  /** How its catalog is read without SchemaCrawler. */
  CatalogReader catalog();

  /**
   * The queries by which a reader that knows no dialect reads its tables; null where that reader
   * has to make do with {@link java.sql.DatabaseMetaData}, in statements whose number grows with
   * the tables.
   *
   * @param defaultSchema the connection's default schema, or null
   */
  default @Nullable CatalogViews views(@Nullable String defaultSchema, CatalogScope scope) {
    return null;
  }

  /** How it spells expressions that it has stored. */
  ExpressionReader expressions();

  /** What it has of views and composite types, for databases that can be asked. */
  default StoredDefinitions definitions() {
    return StoredDefinitions.unknown();
  }

  /** How it keeps two deployers apart and opens a revision's transaction. */
  Deployment deployment();

  /** What it cannot do inside of a transaction. */
  TransactionRules transactions();

  /** What its statements lock. */
  StatementLocks locks();

  /** How databases of this kind are made to try things on. */
  default ScratchDatabases scratch() {
    return like -> {
      throw new ScratchUnavailableException(
          "nobody knows how to make a scratch database of " + name());
    };
  }

  /** How scripts for its client are written. */
  ScriptForm script();

  /**
   * What is left of a model in a database of this kind, in the form in which the catalog is read.
   */
  default DatabaseModel project(DatabaseModel model) {
    return projection().model(model);
  }
}
