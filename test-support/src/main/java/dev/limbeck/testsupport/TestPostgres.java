package dev.limbeck.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Fresh PostgreSQL databases.
 *
 * <p>The server is one embedded PostgreSQL for the whole JVM, started at the first use and stopped
 * with the JVM. Where the environment variable {@value #URL_VARIABLE} is set, the server that it
 * names is used instead: a JDBC URL with {@code user} and {@code password} as parameters, whose
 * user may create databases.
 */
public final class TestPostgres {

  /** Names the environment variable with a server to use instead of the embedded one. */
  public static final String URL_VARIABLE = "LIMBECK_TEST_PG_URL";

  /** Every database of the tests begins so: what a killed run left behind can be found. */
  public static final String PREFIX = "limbeck_test_";

  private TestPostgres() {}

  /** A new, empty database of a name that no other test has. */
  public static TestDatabase freshDatabase() {
    return created("");
  }

  /** A new database with everything that another holds; no connection to that one may be open. */
  public static TestDatabase copyOf(TestDatabase original) {
    return created(" TEMPLATE " + original.name());
  }

  private static TestDatabase created(String options) {
    String name = PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    PGSimpleDataSource server = Server.ADMIN;
    onServer(server, "CREATE DATABASE " + name + options);

    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(server.getUrl());
    database.setUser(server.getUser());
    database.setPassword(server.getPassword());
    database.setDatabaseName(name);
    String url =
        "jdbc:postgresql://"
            + server.getServerNames()[0]
            + ":"
            + server.getPortNumbers()[0]
            + "/"
            + name;
    return new TestDatabase(
        name,
        url,
        Objects.requireNonNullElse(server.getUser(), ""),
        Objects.requireNonNullElse(server.getPassword(), ""),
        database,
        () -> onServer(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
  }

  private static void onServer(PGSimpleDataSource server, String sql) {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test server refused: " + sql, e);
    }
  }

  /** Starts at its first use, once. */
  private static final class Server {

    static final PGSimpleDataSource ADMIN = connect();

    private static PGSimpleDataSource connect() {
      String url = System.getenv(URL_VARIABLE);
      return url == null || url.isBlank() ? startEmbedded() : given(url);
    }

    private static PGSimpleDataSource given(String url) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(url);
      return dataSource;
    }

    private static PGSimpleDataSource startEmbedded() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                // The same sort order and case rules on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // Nothing of it has to survive a crash.
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_connections", "100")
                // Large schemas are dropped in one transaction.
                .setServerConfig("max_locks_per_transaction", "512")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {postgres.getPort()});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        return dataSource;
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
      }
    }
  }
}
