package dev.limbeck.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL server of its own settings, for what a test says of settings. */
public final class SmallPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  private SmallPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one. */
  public static SmallPostgres with(Map<String, String> settings) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setPGStartupWait(Duration.ofSeconds(60));
    settings.forEach(builder::setServerConfig);
    try {
      return new SmallPostgres(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
  }

  /** A new, empty database in it; opens a new connection on each call. */
  public DataSource freshDatabase(String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return server.getDatabase("postgres", name);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
