package dev.limbeck.introspect;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads a live database as a whole; see {@link dev.limbeck.dialect.CatalogReader} for the form of
 * the result.
 */
@FunctionalInterface
public interface Introspector {

  /** Reads what the scope names; the connection's settings are left as they were. */
  DatabaseModel read(Connection connection, Dialect dialect, CatalogScope scope)
      throws SQLException;
}
