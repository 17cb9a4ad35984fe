package dev.limbeck.testsupport;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A server on which databases for tests are made. */
final class PostgresServer {
  /** How long an embedded server may take to start, on a busy machine. */
  static final Duration STARTUP = Duration.ofSeconds(60);

  private final PGSimpleDataSource admin;

  /**
   * @param admin connects to a database of it as a user who may create others
   */
  PostgresServer(PGSimpleDataSource admin) {
    this.admin = requireNonNull(admin, "admin");
  }

  /** An embedded server, whose superuser needs no password. */
  static PostgresServer onPort(int port) {
    PGSimpleDataSource admin = new PGSimpleDataSource();
    admin.setServerNames(new String[] {"localhost"});
    admin.setPortNumbers(new int[] {port});
    admin.setDatabaseName("postgres");
    admin.setUser("postgres");
    return new PostgresServer(admin);
  }

  /** A new, empty database of a name that no other test has. */
  TestDatabase freshDatabase() {
    return created("");
  }

  /** A new database with everything that another holds; no connection to that one may be open. */
  TestDatabase copyOf(TestDatabase original) {
    return created(" TEMPLATE " + original.name());
  }

  private TestDatabase created(String options) {
    String name =
        TestPostgres.PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    execute("CREATE DATABASE " + name + options);

    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(admin.getUrl());
    database.setUser(admin.getUser());
    database.setPassword(admin.getPassword());
    database.setDatabaseName(name);
    String url =
        "jdbc:postgresql://"
            + admin.getServerNames()[0]
            + ":"
            + admin.getPortNumbers()[0]
            + "/"
            + name;
    return new TestDatabase(
        name,
        url,
        Objects.requireNonNullElse(admin.getUser(), ""),
        Objects.requireNonNullElse(admin.getPassword(), ""),
        database,
        () -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
  }

  private void execute(String sql) {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test server refused: " + sql, e);
    }
  }
}
