package dev.limbeck.config;

import static java.util.Objects.requireNonNull;

import dev.limbeck.Background;
import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.runtime.DatabaseFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections by {@link DriverManager}; each is a new one, and the first can be {@linkplain #begin
 * begun} before it is needed. What a driver says is shown without passwords. Not safe for use by
 * several threads.
 */
public final class DriverConnections implements ConnectionSource, AutoCloseable {
  private final DatabaseUrl url;
  private @Nullable Background<Connection, RuntimeException> ahead;

  public DriverConnections(DatabaseUrl url) {
    this.url = requireNonNull(url, "url");
  }

  /**
   * Begins to open a connection, for the first who asks for one. Does nothing where the database is
   * a file that is not there: who only reads does not make it.
   */
  public void begin() {
    if (ahead == null && url.missingFile() == null) {
      ahead = Background.begin("limbeck-connecting", () -> open(url.jdbcUrl()));
    }
  }

  /** Closes a connection that nobody asked for, once it is open; waits for nothing. */
  @Override
  public void close() {
    Background<Connection, RuntimeException> begun = ahead;
    ahead = null;
    if (begun != null) {
      Background.<@Nullable Void, SQLException>begin(
          "limbeck-closing",
          () -> {
            begun.get().close();
            return null;
          });
    }
  }

  /**
   * Opens a connection.
   *
   * @throws LimbeckException LMB-108 where there is no driver, LMB-401 where the database does not
   *     let us in
   */
  @Override
  public Connection open() {
    Background<Connection, RuntimeException> begun = ahead;
    ahead = null;
    return begun == null ? open(url.jdbcUrl()) : begun.get();
  }

  /** As {@link #open}; a file that is not there is read as an empty database, and not made. */
  @Override
  public Connection openToRead() {
    return url.missingFile() == null ? open() : open(url.emptyUrl());
  }

  @Override
  public @Nullable ConnectionSource beside(String database) {
    DatabaseUrl other = url.beside(database);
    return other == null ? null : new DriverConnections(other);
  }

  private Connection open(String jdbcUrl) {
    requireDriver();
    try {
      return DriverManager.getConnection(jdbcUrl, url.properties());
    } catch (SQLException e) {
      throw DatabaseFailure.connecting(place(), withoutSecrets(e));
    }
  }

  private void requireDriver() {
    try {
      DriverManager.getDriver(url.jdbcUrl());
    } catch (SQLException e) {
      throw new LimbeckException(
          "LMB-108",
          "There is no JDBC driver for the database.\n  "
              + place()
              + "\n  Put its jar into the lib directory of Limbeck, or on the class path of your"
              + " application.",
          withoutSecrets(e));
    }
  }

  @Override
  public String jdbcUrl() {
    return url.jdbcUrl();
  }

  @Override
  public String place() {
    String user = url.properties().getProperty("user");
    return url + (user == null ? "" : " as " + user) + ", from " + url.origin();
  }

  /** The same failure with passwords hidden, and without its causes, which could hold them too. */
  private SQLException withoutSecrets(SQLException failure) {
    String message = failure.getMessage();
    SQLException copy =
        new SQLException(
            url.hide((message == null ? failure.getClass().getName() : message) + reason(failure)),
            failure.getSQLState(),
            failure.getErrorCode());
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  /** What the cause says, which may be all that names the host; empty where it says no more. */
  private static String reason(SQLException failure) {
    Throwable cause = failure.getCause();
    String said = cause == null ? null : cause.getMessage();
    return said == null || String.valueOf(failure.getMessage()).contains(said)
        ? ""
        : "\n" + cause.getClass().getSimpleName() + ": " + said;
  }
}
