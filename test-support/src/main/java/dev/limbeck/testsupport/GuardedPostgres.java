package dev.limbeck.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server that asks its users for their passwords; the other ones believe anybody. */
public final class GuardedPostgres implements AutoCloseable {

  /** How a server checks a password, which is also what the user is called here. */
  public enum Check {
    SCRAM("scram-sha-256"),
    MD5("md5");

    private final String method;

    Check(String method) {
      this.method = method;
    }

    /** The user whose password is checked so. */
    public String user() {
      return "by_" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final EmbeddedPostgres server;
  private final TestDatabase database;

  /**
   * Starts one, with one database.
   *
   * @param directory where its rules are written
   * @param password what all its users have
   */
  public GuardedPostgres(Path directory, String password) {
    try {
      this.server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(PostgresServer.STARTUP)
              .setServerConfig("fsync", "off")
              .setServerConfig("hba_file", rules(directory).toString())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
    this.database = PostgresServer.onPort(server.getPort()).freshDatabase();
    for (Check check : Check.values()) {
      database.execute(
          "SET password_encryption = '" + check.method + "'",
          "CREATE ROLE " + check.user() + " LOGIN PASSWORD '" + password + "'");
    }
  }

  private static Path rules(Path directory) throws IOException {
    StringBuilder rules = new StringBuilder("host all postgres all trust\n");
    for (Check check : Check.values()) {
      rules.append("host all " + check.user() + " all " + check.method + "\n");
    }
    return Files.writeString(directory.resolve("pg_hba.conf"), rules);
  }

  /** The database's host, port and name, as they stand in an address. */
  public String place() {
    return database.jdbcUrl().substring("jdbc:postgresql://".length());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
