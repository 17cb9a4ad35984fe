package dev.limbeck.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A PostgreSQL server of its own settings, for a test of what they allow. */
public final class SmallPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  private SmallPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one. */
  public static SmallPostgres with(Map<String, String> settings) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPGStartupWait(PostgresServer.STARTUP)
            .setServerConfig("fsync", "off");
    settings.forEach(builder::setServerConfig);
    try {
      return new SmallPostgres(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
  }

  /** A new, empty database. */
  public TestDatabase freshDatabase() {
    return PostgresServer.onPort(server.getPort()).freshDatabase();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
