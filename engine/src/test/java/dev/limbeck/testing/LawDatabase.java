package dev.limbeck.testing;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL database and one connection for many short tries, each rolled back. What costs most
 * is that the server plans every query on the catalog anew: so the driver keeps its prepared
 * statements although tables come and go, and the server their plans.
 */
public final class LawDatabase implements AutoCloseable {
  private static final String SESSION = "?flushCacheOnDdl=false&prepareThreshold=3";

  private static final int WORN = 50;
  private static final int WORN_OUT = 1000;

  private TestDatabase database;
  private Connection connection;
  private int tries;

  public LawDatabase() throws SQLException {
    open();
  }

  private void open() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection =
        DriverManager.getConnection(
            database.jdbcUrl() + SESSION, database.user(), database.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute("SET enable_hashjoin = off");
      statement.execute("SET enable_mergejoin = off");
    }
  }

  /** The connection, which stays the same during a try. */
  public Connection connection() {
    return connection;
  }

  /** Tells of a try: the catalog keeps what was rolled back until somebody cleans it. */
  public void begins() throws SQLException {
    tries++;
    if (tries % WORN_OUT == 0) {
      close();
      open();
    } else if (tries % WORN == 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "VACUUM pg_class, pg_attribute, pg_type, pg_depend, pg_constraint, pg_index,"
                + " pg_attrdef, pg_description, pg_sequence, pg_enum");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
