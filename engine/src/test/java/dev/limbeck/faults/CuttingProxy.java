package dev.limbeck.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Stands between a deployment and PostgreSQL, and cuts the connection at a certain COMMIT. */
final class CuttingProxy implements AutoCloseable {
  /** How the connection is cut. */
  enum Cut {
    /** The COMMIT never arrives. */
    BEFORE,
    /** The COMMIT arrives; its answer does not. */
    AFTER,
    /** The COMMIT arrives, and from then on nobody can connect. */
    FOR_GOOD
  }

  private final TestDatabase database;
  private final URI server;
  private final ServerSocket door;
  private final int commit;
  private final Cut cut;
  private final AtomicInteger commits = new AtomicInteger();
  private volatile boolean shut;

  /**
   * @param commit at which COMMIT, from 1, counted over all connections
   */
  CuttingProxy(TestDatabase database, int commit, Cut cut) throws IOException {
    this.database = database;
    this.server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.commit = commit;
    this.cut = cut;
    start(this::accept);
  }

  /** Connects through the proxy. */
  DataSource dataSource() {
    PGSimpleDataSource through = new PGSimpleDataSource();
    through.setServerNames(new String[] {door.getInetAddress().getHostAddress()});
    through.setPortNumbers(new int[] {door.getLocalPort()});
    through.setDatabaseName(database.name());
    through.setUser(database.user());
    through.setPassword(database.password());
    // Or the driver says COMMIT under a name once it has said it often.
    through.setPrepareThreshold(0);
    return through;
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        if (shut) {
          // Somebody who came while the door was being closed.
          client.close();
        } else {
          new Line(client, new Socket(server.getHost(), server.getPort())).open();
        }
      }
    } catch (IOException e) {
      if (!door.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean silent;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void open() {
      start(() -> pump(client, server, true));
      start(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean asking) {
      byte[] buffer = new byte[8192];
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          if (asking && isTheCommit(new String(buffer, 0, length, ISO_8859_1))) {
            if (cut == Cut.BEFORE) {
              return;
            }
            silent = true;
          } else if (!asking && silent) {
            if (cut == Cut.FOR_GOOD) {
              shut = true;
              door.close();
            }
            return;
          }
          out.write(buffer, 0, length);
          out.flush();
        }
      } catch (IOException e) {
        // The other side hung up, which ends this line too.
        assert from.isClosed() || to.isClosed();
      }
    }

    private boolean isTheCommit(String said) {
      return said.contains("COMMIT") && commits.incrementAndGet() == commit;
    }
  }
}
