package dev.limbeck.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import dev.limbeck.testsupport.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that upgrades each database that it is told, one line for each, and answers
 * with a line. So that several can begin at the same time, however long each takes to start.
 */
final class Racer implements AutoCloseable {
  static final String DONE = "done";
  private static final String READY = "ready";
  private static final String SEPARATOR = "\t";

  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  /** Starts the process. */
  Racer() throws IOException {
    process = JavaProcess.of(Racer.class, List.of()).start();
    answers = process.inputReader(UTF_8);
    orders = process.outputWriter(UTF_8);
  }

  public static void main(String[] arguments) throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    System.out.println(READY);
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] database = order.split(SEPARATOR, -1);
      try {
        Course.UP.run(Victim.dataSource(database[0], database[1], database[2]));
        System.out.println(DONE);
      } catch (LimbeckException e) {
        System.out.println(e.getMessage().replace("\n", " "));
      }
    }
  }

  /** Waits until it can begin. */
  void awaitReady() throws IOException {
    String line = answers.readLine();
    if (!READY.equals(line)) {
      throw new IllegalStateException("The process did not start: " + line);
    }
  }

  /** Lets it upgrade a database. */
  void begin(TestDatabase database) throws IOException {
    orders.write(
        String.join(SEPARATOR, database.jdbcUrl(), database.user(), database.password()) + "\n");
    orders.flush();
  }

  /**
   * What came of it: {@link #DONE}, the message of an error, or "killed", at last after an hour.
   */
  String answer() throws IOException {
    CompletableFuture<Void> tooLate =
        CompletableFuture.runAsync(
            this::kill, CompletableFuture.delayedExecutor(1, TimeUnit.HOURS));
    try {
      String line = answers.readLine();
      return line == null ? "killed" : line;
    } finally {
      tooLate.cancel(false);
    }
  }

  /** Kills the process. */
  void kill() {
    process.destroyForcibly();
  }

  /** Lets the process end; kills it where it was not done. */
  @Override
  public void close() throws IOException {
    try {
      orders.close();
    } finally {
      process.destroyForcibly();
    }
  }
}
