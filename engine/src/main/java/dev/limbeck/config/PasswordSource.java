package dev.limbeck.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where the password of the database comes from: a setting, a file, or what a command prints. */
record PasswordSource(LimbeckProperties settings) {
  private static final long LONGEST_SECONDS = 30;

  /**
   * The password, or null where nobody says one.
   *
   * @throws LimbeckException LMB-141 where the file cannot be read, or the command fails
   */
  @Nullable String password() {
    String plain = settings.text(ConfigurationKey.PASSWORD);
    if (plain != null) {
      return plain;
    }
    Path file = settings.path(ConfigurationKey.PASSWORD_FILE);
    if (file != null) {
      return firstLine(ofFile(file), ConfigurationKey.PASSWORD_FILE);
    }
    String command = settings.text(ConfigurationKey.PASSWORD_COMMAND);
    return command == null
        ? null
        : firstLine(printed(CommandWords.of(command)), ConfigurationKey.PASSWORD_COMMAND);
  }

  private String ofFile(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw failure(ConfigurationKey.PASSWORD_FILE, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What the command prints; not shown where it fails, since it may be the password. It is read
   * once the command ended, so that one that hangs is stopped.
   */
  private String printed(List<String> words) {
    String program = words.get(0);
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(settings.directory().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(program + " did not end within " + LONGEST_SECONDS + " s", null);
      }
      if (process.exitValue() != 0) {
        throw failed(program + " ended with exit code " + process.exitValue(), null);
      }
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw failed(program + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(program + " was interrupted", e);
    }
  }

  private LimbeckException failed(String seen, @Nullable Exception cause) {
    return failure(ConfigurationKey.PASSWORD_COMMAND, seen, cause);
  }

  private String firstLine(String text, ConfigurationKey key) {
    String line = text.lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      throw failure(key, "its first line is empty", null);
    }
    return line;
  }

  private LimbeckException failure(ConfigurationKey key, String seen, @Nullable Exception cause) {
    return new LimbeckException(
        "LMB-141",
        "The password of the database is not to be had.\n  "
            + settings.where(key)
            + "   "
            + key.text()
            + ": "
            + seen
            + ".",
        cause);
  }
}
