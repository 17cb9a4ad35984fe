package dev.limbeck.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that is run on the file of a revision once it was written, such as a formatter.
 *
 * <p>{@code {file}}, or {@code REVISION_SCRIPT_FILENAME}, in its command stands for the file's
 * absolute path. The command is started as it is, without a shell: quotes keep blanks together, and
 * nothing else has a meaning. Where a shell is asked for, it is {@code sh -c}, on Windows {@code
 * cmd /c}, and the file's path is quoted.
 *
 * @param name its name in the settings
 * @param command the command line
 * @param shell true to leave the command line to a shell
 * @param directory where it runs
 * @param timeout how long it may take
 * @param origin the setting, as errors name it
 */
public record PostWriteHook(
    String name, String command, boolean shell, Path directory, Duration timeout, String origin) {
  private static final List<String> TOKENS = List.of("{file}", "REVISION_SCRIPT_FILENAME");
  private static final int SHOWN_LINES = 20;

  public PostWriteHook {
    requireNonNull(name, "name");
    requireNonNull(command, "command");
    requireNonNull(directory, "directory");
    requireNonNull(timeout, "timeout");
    requireNonNull(origin, "origin");
  }

  /**
   * Runs it, and waits until it ends. Its output is only shown where it fails.
   *
   * @throws LimbeckException LMB-293 where it does not start, fails, or takes too long
   */
  public void run(Path file) {
    Path output;
    try {
      output = Files.createTempFile("limbeck", ".out");
    } catch (IOException e) {
      throw failed(file, "Its output cannot be kept: " + e, "", e);
    }
    try {
      run(file, output);
    } finally {
      delete(output);
    }
  }

  private void run(Path file, Path output) {
    Process process;
    try {
      process =
          new ProcessBuilder(words(file, File.separatorChar == '\\'))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw failed(file, "It does not start: " + e.getMessage(), "", e);
    }
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw failed(
            file,
            "It did not end within "
                + timeout.toMillis() / 1000.0
                + " s, and was stopped. hooks.post-write."
                + name
                + ".timeout gives it more time.",
            shown(output),
            null);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw failed(file, "It was interrupted.", "", e);
    }
    if (process.exitValue() != 0) {
      throw failed(
          file, "It ended with exit code " + process.exitValue() + ".", shown(output), null);
    }
  }

  /** What is started. */
  List<String> words(Path file, boolean windows) {
    if (shell) {
      String place = windows ? "\"" + file + "\"" : "\"$1\"";
      String line = command;
      for (String token : TOKENS) {
        line = line.replace("\"" + token + "\"", place).replace(token, place);
      }
      return windows
          ? List.of("cmd.exe", "/c", line)
          : List.of("sh", "-c", line, "sh", file.toString());
    }
    List<String> words = new ArrayList<>();
    for (String word : CommandWords.of(command)) {
      String filled = word;
      for (String token : TOKENS) {
        filled = filled.replace(token, file.toString());
      }
      words.add(filled);
    }
    words.set(0, program(words.get(0)));
    return words;
  }

  /** A program beside the settings is found by its relative path wherever Limbeck was started. */
  private String program(String word) {
    boolean path = word.indexOf('/') >= 0 || word.indexOf(File.separatorChar) >= 0;
    Path local = path ? directory.resolve(word).normalize() : null;
    return local != null && Files.exists(local) ? local.toString() : word;
  }

  private static String shown(Path output) {
    try (InputStream in = Files.newInputStream(output)) {
      List<String> lines =
          new String(in.readAllBytes(), charset()).lines().filter(line -> !line.isBlank()).toList();
      int from = Math.max(0, lines.size() - SHOWN_LINES);
      StringBuilder shown = new StringBuilder(from > 0 ? "\n    …" : "");
      lines.subList(from, lines.size()).forEach(line -> shown.append("\n    ").append(line));
      return shown.toString();
    } catch (IOException e) {
      return "\n    (its output cannot be read: " + e + ")";
    }
  }

  private static Charset charset() {
    String name = System.getProperty("native.encoding", UTF_8.name());
    return Charset.isSupported(name) ? Charset.forName(name) : UTF_8;
  }

  private static void delete(Path output) {
    if (!output.toFile().delete()) {
      output.toFile().deleteOnExit();
    }
  }

  private LimbeckException failed(
      Path file, String what, String output, @Nullable Exception cause) {
    return new LimbeckException(
        "LMB-293",
        "The hook "
            + name
            + " failed on a written revision.\n  "
            + origin
            + "   "
            + command
            + "\n  "
            + what
            + output
            + "\n  The revision is written, and stays: "
            + file
            + "\n  Run the program on it yourself, or delete it, correct the hook, and write it"
            + " again.",
        cause);
  }
}
