package dev.limbeck.dialect;

import dev.limbeck.model.DatabaseModel;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalog in a number of statements that does not grow with the number of tables.
 *
 * <p>The result is in the database's own terms: projected, types parsed from its spelling,
 * expressions as it stores them. Objects in the connection's default schema have no schema in their
 * name. Objects that belong to an extension and the children of partitions are left out.
 */
public interface CatalogReader {

  /**
   * Reads what the scope names. The connection's transaction and settings are left as they were.
   */
  DatabaseModel read(Connection connection, CatalogScope scope) throws SQLException;

  /**
   * Adds what only this catalog tells to tables that another reader has read: defaults, generated
   * columns, comments, constraints, indexes; and the schemas, sequences and types of the scope.
   * {@link #read} is the same as this over the tables that {@link Dialect#views} show.
   *
   * @param structure the tables with their columns and primary keys, as {@link CatalogStructure}
   *     has them
   */
  DatabaseModel complete(Connection connection, CatalogScope scope, DatabaseModel structure)
      throws SQLException;

  /** The connection's default schema; null where the database has no schemas. */
  @Nullable String defaultSchema(Connection connection) throws SQLException;
}
