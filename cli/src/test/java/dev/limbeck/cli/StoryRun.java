package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Runs a story in a directory of its own, on a database of its own.
 *
 * <p>Commands beside {@code limbeck}: {@code script COMMAND} (runs the script that it writes to
 * stdout on the database; exit code 1 where that fails), {@code compile FLAG…} (all of {@code src}
 * to {@code classes}), {@code copy FROM TO}, {@code remove FILE}, {@code replace FILE OLD NEW},
 * {@code crlf FILE} (ends its lines as Windows does), {@code file PATH} (prints it), {@code files
 * DIRECTORY} (prints their names), {@code sql STATEMENT}, {@code query STATEMENT} (prints the
 * rows), {@code set NAME VALUE} (a variable of the environment), {@code classversion FILE NUMBER}
 * (makes a class file one of another Java), {@code touch FILE} (makes it newer than everything).
 *
 * <p>The database is reached with a password, {@code @PASSWORD@} in the story. It must be in no
 * output of any step, in no log of it, in no file that Limbeck wrote, and in none of its tables.
 */
final class StoryRun {
  /** What no output may have; the test's server takes any password. */
  static final String PASSWORD = "hunter2-Xq7_zP";

  private final Story story;
  private final Path directory;
  private final TestDatabase database;
  private final Map<String, String> environment = new HashMap<>();

  StoryRun(Story story, Path directory, TestDatabase database) {
    this.story = story;
    this.directory = directory;
    this.database = database;
    environment.put("DATABASE_URL", address(database));
  }

  private static String address(TestDatabase database) {
    return database.user().isEmpty()
        ? database.jdbcUrl()
        : database
            .jdbcUrl()
            .replace(
                "jdbc:postgresql://", "postgresql://" + database.user() + ":" + PASSWORD + "@");
  }

  void run() throws IOException {
    for (Map.Entry<String, String> file : story.files().entrySet()) {
      write(file.getKey(), file.getValue());
    }
    for (Story.Step step : story.steps()) {
      run(step);
    }
    NoSecret.inFiles(directory, story.files().keySet(), PASSWORD);
    NoSecret.inTables(database, PASSWORD);
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, filled(text));
  }

  private void run(Story.Step step) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = step.words().stream().map(this::filled).toList();
    int exit;
    String logs;
    try (HeardLogs heard = new HeardLogs()) {
      exit = exit(words, out, err);
      logs = heard.text();
    }
    String where =
        "%s:%d  %s%n-- stdout --%n%s-- stderr --%n%s"
            .formatted(story.name(), step.line(), String.join(" ", words), out, err);
    assertThat(exit).as("exit code of " + where).isEqualTo(step.exit());
    assertThat(out.toString() + err + logs).as("no password in " + where).doesNotContain(PASSWORD);
    for (Story.Expectation expected : step.expectations()) {
      String text = (expected.out() ? out : err).toString();
      String fragment = expected.text().replace("${DIR}", directory.toString());
      String what = "line " + expected.line() + " of " + where;
      if (fragment.isEmpty()) {
        assertThat(text).as(what).isEmpty();
      } else if (expected.present()) {
        assertThat(text).as(what).contains(fragment);
      } else {
        assertThat(text).as(what).doesNotContain(fragment);
      }
    }
  }

  private String filled(String text) {
    return text.replace("${DIR}", directory.toString()).replace("@PASSWORD@", PASSWORD);
  }

  private int exit(List<String> words, StringWriter out, StringWriter err) throws IOException {
    List<String> arguments = words.subList(1, words.size());
    switch (words.get(0)) {
      case "limbeck" -> {
        return Main.execute(
            arguments.toArray(String[]::new),
            directory,
            environment,
            new PrintWriter(out),
            new PrintWriter(err));
      }
      case "script" -> {
        return script(arguments, out, err);
      }
      case "compile" -> compile(arguments);
      case "copy" -> write(arguments.get(1), Files.readString(directory.resolve(arguments.get(0))));
      case "remove" -> Files.delete(directory.resolve(arguments.get(0)));
      case "replace" -> {
        Path file = directory.resolve(arguments.get(0));
        String text = Files.readString(file);
        assertThat(text).contains(arguments.get(1));
        Files.writeString(file, text.replace(arguments.get(1), arguments.get(2)));
      }
      case "crlf" -> {
        Path file = directory.resolve(arguments.get(0));
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
      }
      case "file" -> out.write(Files.readString(directory.resolve(arguments.get(0))));
      case "files" -> out.write(names(directory.resolve(arguments.get(0))));
      case "sql" -> database.execute(arguments.get(0));
      case "query" ->
          database.rows(arguments.get(0)).forEach(row -> out.write(row.toString() + "\n"));
      case "set" -> environment.put(arguments.get(0), arguments.get(1));
      case "classversion" -> {
        Path file = directory.resolve(arguments.get(0));
        byte[] content = Files.readAllBytes(file);
        content[7] = Byte.parseByte(arguments.get(1));
        Files.write(file, content);
      }
      case "touch" ->
          Files.setLastModifiedTime(
              directory.resolve(arguments.get(0)),
              java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
      default -> throw new IllegalArgumentException("no such command: " + words.get(0));
    }
    return 0;
  }

  /** Runs what Limbeck writes through the client of the database. */
  private int script(List<String> arguments, StringWriter out, StringWriter err)
      throws IOException {
    StringWriter script = new StringWriter();
    List<String> words = new ArrayList<>(arguments);
    words.add(0, "limbeck");
    int exit = exit(words, script, err);
    if (exit == 0) {
      ScriptClient.Outcome outcome =
          ScriptClient.run(database, script.toString(), SqlStatements::split);
      out.write(outcome.output());
      exit = outcome.done() ? 0 : 1;
    }
    return exit;
  }

  private static String names(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName() + "\n").sorted().collect(Collectors.joining());
    }
  }

  private void compile(List<String> flags) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                directory.resolve("classes").toString(),
                "-cp",
                bundledHibernate()
                    + java.io.File.pathSeparator
                    + System.getProperty("java.class.path")));
    arguments.addAll(flags);
    try (Stream<Path> files = Files.walk(directory.resolve("src"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(f -> arguments.add(f.toString()));
    }
    java.io.ByteArrayOutputStream messages = new java.io.ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, arguments.toArray(String[]::new));
    assertThat(exit).as(messages.toString()).isZero();
  }

  private static String bundledHibernate() throws IOException {
    Path jars = Path.of(System.getProperty("limbeck.home"), "lib", "hibernate");
    try (Stream<Path> files = Files.list(jars)) {
      return files.map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }
  }
}
