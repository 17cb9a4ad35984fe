package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.ScratchDatabase;
import dev.limbeck.dialect.ScratchUnavailableException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own on the server of another one, with the same encoding, collation, search
 * path and extensions. Its name says when it was made, so that a later call can remove what a
 * killed process left behind; a process that is only told to end removes it itself.
 */
final class PostgresScratch implements ScratchDatabase {
  private final ConnectionSource server;
  private final String name;
  private final Connection connection;
  private final List<String> lacks;
  private final Thread removal;

  private PostgresScratch(
      ConnectionSource server, String name, Connection connection, List<String> lacks) {
    this.server = server;
    this.name = name;
    this.connection = connection;
    this.lacks = List.copyOf(lacks);
    this.removal = new Thread(this::removeAtEnd, "limbeck-scratch-removal");
  }

  /**
   * Makes one.
   *
   * @param like leads to the database that it is to be like; null for none
   */
  static PostgresScratch create(@Nullable ConnectionSource like) throws SQLException {
    if (like == null) {
      throw new ScratchUnavailableException(
          "no PostgreSQL server is at hand; proof.url can name one");
    }
    if (like.beside("limbeck") == null) {
      throw new ScratchUnavailableException(
          "its connections lead to one database only, and a scratch database is another one");
    }
    PostgresLikeness likeness;
    String name;
    try (Connection admin = like.open()) {
      admin.setAutoCommit(true);
      likeness = PostgresLikeness.of(admin);
      PostgresLeftovers.remove(admin);
      name = PostgresLeftovers.PREFIX + likeness.now() + "_" + suffix();
      create(admin, "CREATE DATABASE " + name + likeness.options());
    }
    try {
      return opened(like, name, likeness);
    } catch (SQLException | RuntimeException e) {
      remove(like, name);
      throw e;
    }
  }

  private static String suffix() {
    return Long.toHexString(new SecureRandom().nextLong());
  }

  private static void create(Connection admin, String statement) {
    try (Statement create = admin.createStatement()) {
      create.execute(statement);
    } catch (SQLException e) {
      throw new ScratchUnavailableException(
          "the server makes no scratch database: " + e.getMessage(), e);
    }
  }

  private static PostgresScratch opened(
      ConnectionSource like, String name, PostgresLikeness likeness) throws SQLException {
    ConnectionSource beside = like.beside(name);
    if (beside == null) {
      throw new IllegalStateException("the connections lead elsewhere now");
    }
    Connection connection = beside.open();
    try {
      connection.setAutoCommit(true);
      List<String> lacks = new ArrayList<>(likeness.own());
      lacks.addAll(likeness.applyTo(connection));
      PostgresScratch scratch = new PostgresScratch(like, name, connection, lacks);
      Runtime.getRuntime().addShutdownHook(scratch.removal);
      return scratch;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public List<String> lacks() {
    return lacks;
  }

  @Override
  public void close() throws SQLException {
    try {
      Runtime.getRuntime().removeShutdownHook(removal);
    } catch (IllegalStateException theProcessEnds) {
      // The hook runs, and removes the database.
      return;
    }
    connection.close();
    remove(server, name);
  }

  private void removeAtEnd() {
    try {
      remove(server, name);
    } catch (SQLException e) {
      // Nobody is there any more to be told; a later scratch database removes this one.
      System.getLogger(PostgresScratch.class.getName())
          .log(System.Logger.Level.DEBUG, "the scratch database " + name + " stays", e);
    }
  }

  private static void remove(ConnectionSource server, String name) throws SQLException {
    try (Connection admin = server.open();
        Statement drop = admin.createStatement()) {
      admin.setAutoCommit(true);
      drop.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }
}
