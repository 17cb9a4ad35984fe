package dev.limbeck.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs SQL scripts as people do: through {@code sqlite3} and {@code psql}. Where that client is not
 * installed the statements go through JDBC, up to the first that fails.
 */
public final class ScriptClient {
  private static final String SQLITE = "jdbc:sqlite:";

  private ScriptClient() {}

  /**
   * How a script ended.
   *
   * @param done true where it ran to its end
   * @param output what the client wrote, errors included
   */
  public record Outcome(boolean done, String output) {}

  /** True where the database's client is installed. */
  public static boolean isInstalled(TestDatabase database) {
    String client = isSqlite(database) ? "sqlite3" : "psql";
    try {
      return run(new ProcessBuilder(client, "--version"), "").done();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Runs a script on a database.
   *
   * @param split divides SQL into its statements, for JDBC
   */
  public static Outcome run(
      TestDatabase database, String script, Function<String, List<String>> split) {
    return isInstalled(database) ? byClient(database, script) : byJdbc(database, script, split);
  }

  /** Runs a script on a database through its client. */
  public static Outcome byClient(TestDatabase database, String script) {
    if (isSqlite(database)) {
      return run(
          new ProcessBuilder("sqlite3", database.jdbcUrl().substring(SQLITE.length())), script);
    }
    URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    ProcessBuilder psql =
        new ProcessBuilder(
            "psql",
            "-X",
            "-q",
            "-w",
            "-h",
            address.getHost(),
            "-p",
            String.valueOf(address.getPort() < 0 ? 5432 : address.getPort()),
            "-U",
            database.user(),
            "-d",
            database.name());
    Map<String, String> environment = psql.environment();
    environment.put("PGPASSWORD", database.password());
    environment.put("LC_ALL", "C");
    return run(psql, script);
  }

  private static Outcome run(ProcessBuilder client, String script) {
    try {
      Path input = Files.createTempFile("limbeck", ".sql");
      try {
        Files.writeString(input, script, UTF_8);
        Process process = client.redirectErrorStream(true).redirectInput(input.toFile()).start();
        String output;
        try (InputStream stream = process.getInputStream()) {
          output = new String(stream.readAllBytes(), UTF_8);
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(client.command() + " does not end:\n" + output);
        }
        return new Outcome(process.exitValue() == 0, output);
      } finally {
        Files.deleteIfExists(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs a script on a database through JDBC, without the lines that only its client knows. */
  public static Outcome byJdbc(
      TestDatabase database, String script, Function<String, List<String>> split) {
    List<String> done = new ArrayList<>();
    String sql =
        script
            .lines()
            .filter(line -> !line.startsWith("\\") && !line.startsWith("."))
            .collect(Collectors.joining("\n"));
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (String each : split.apply(sql)) {
        done.add(each);
        statement.execute(each);
      }
      return new Outcome(true, "");
    } catch (SQLException e) {
      return new Outcome(false, done.get(done.size() - 1) + "\n" + e.getMessage());
    }
  }

  private static boolean isSqlite(TestDatabase database) {
    return database.jdbcUrl().startsWith(SQLITE);
  }
}
