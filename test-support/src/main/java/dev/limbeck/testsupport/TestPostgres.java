package dev.limbeck.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    return Shared.SERVER.freshDatabase();
  }

  /** A new database with everything that another holds; no connection to that one may be open. */
  public static TestDatabase copyOf(TestDatabase original) {
    return Shared.SERVER.copyOf(original);
  }

  /** Starts at its first use, once. */
  private static final class Shared {

    static final PostgresServer SERVER = connect();

    private static PostgresServer connect() {
      String url = System.getenv(URL_VARIABLE);
      return url == null || url.isBlank() ? startEmbedded() : given(url);
    }

    private static PostgresServer given(String url) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(url);
      return new PostgresServer(dataSource);
    }

    private static PostgresServer startEmbedded() {
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
                .setPGStartupWait(PostgresServer.STARTUP)
                .start();
        return PostgresServer.onPort(postgres.getPort());
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
      }
    }
  }
}
