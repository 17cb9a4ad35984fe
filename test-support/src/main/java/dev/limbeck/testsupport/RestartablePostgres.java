package dev.limbeck.testsupport;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An embedded PostgreSQL of one test, which can be shut down and started again on the same data. It
 * keeps what was committed, unlike the server of {@link TestPostgres}. Not on Windows, which has no
 * signals.
 */
public final class RestartablePostgres implements AutoCloseable {
  /** How a server shuts down while sessions are open. */
  public enum Shutdown {
    /** It ends the sessions and rolls back what they did. */
    FAST("INT"),
    /** It ends at once, and recovers when it starts, as after a crash. */
    IMMEDIATE("QUIT");

    private final String signal;

    Shutdown(String signal) {
      this.signal = signal;
    }
  }

  private final Path data;
  private EmbeddedPostgres postgres;

  /** Starts a server whose data are in a directory. */
  public RestartablePostgres(Path data) {
    this.data = requireNonNull(data, "data");
    this.postgres = started(builder().setPort(freePort()));
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(PostgresServer.STARTUP)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        // Its processes end in the tests, the machine's memory of its files does not.
        .setServerConfig("fsync", "off")
        .setServerConfig("synchronous_commit", "on");
  }

  /**
   * One that systems do not give to connections: while the server is down, nobody may get it, not
   * even a connection to the server itself.
   */
  private static int freePort() {
    for (int port = 20_000 + ThreadLocalRandom.current().nextInt(8_000); ; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        if (port >= 30_000) {
          throw new UncheckedIOException("There is no free port", e);
        }
      }
    }
  }

  private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
  }

  /** A new, empty database. */
  public TestDatabase freshDatabase() {
    return PostgresServer.onPort(postgres.getPort()).freshDatabase();
  }

  /** A new database with everything that another holds. */
  public TestDatabase copyOf(TestDatabase original) {
    return PostgresServer.onPort(postgres.getPort()).copyOf(original);
  }

  /** Shuts the server down, whoever is connected. */
  public void shutDown(Shutdown how) {
    try {
      long process = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
      Optional<ProcessHandle> server = ProcessHandle.of(process);
      new ProcessBuilder("kill", "-" + how.signal, String.valueOf(process))
          .inheritIO()
          .start()
          .waitFor();
      server.ifPresent(handle -> handle.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    close();
  }

  /** Starts the server again, where it was. */
  public void startAgain() {
    postgres = started(builder().setPort(postgres.getPort()));
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
    }
  }
}
