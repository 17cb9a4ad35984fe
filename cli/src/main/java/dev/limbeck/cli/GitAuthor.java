package dev.limbeck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a file into a git repository.
 *
 * @param name the name of the author of the commit
 * @param date its date, as {@code 2026-11-21}
 */
record GitAuthor(String name, String date) {
  private static final System.Logger LOG = System.getLogger(GitAuthor.class.getName());
  private static final int SECONDS = 3;

  /** Asks the {@code git} program; null where there is none, or it does not know the file. */
  static @Nullable GitAuthor of(Path file) {
    List<String> command =
        List.of(
            "git",
            "-C",
            String.valueOf(file.toAbsolutePath().getParent()),
            "log",
            "-1",
            "--diff-filter=A",
            "--format=%an%x09%ad",
            "--date=short",
            "--",
            String.valueOf(file.getFileName()));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return null;
      }
      String line = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      int tab = line.indexOf('\t');
      return process.exitValue() == 0 && tab > 0
          ? new GitAuthor(line.substring(0, tab), line.substring(tab + 1))
          : null;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "git cannot be asked", e);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
