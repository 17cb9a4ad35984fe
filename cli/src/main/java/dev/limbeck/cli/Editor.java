package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.config.CommandWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editor of the environment: {@code VISUAL}, else {@code EDITOR}. The variable may hold
 * arguments, as {@code code --wait}; quotes keep blanks together.
 */
final class Editor {
  private final List<String> command;
  private final Path workingDirectory;

  private Editor(List<String> command, Path workingDirectory) {
    this.command = command;
    this.workingDirectory = workingDirectory;
  }

  /**
   * @param file what is to be edited, for the error
   * @throws LimbeckException LMB-255 where none is set
   */
  static Editor of(Session session, Path file) {
    String variable = set(session.variable("VISUAL"));
    String text = variable == null ? set(session.variable("EDITOR")) : variable;
    if (text == null) {
      throw new LimbeckException(
          "LMB-255",
          "No editor is set.\n  "
              + session.shown(file)
              + "\n  Set VISUAL or EDITOR in the environment, or open the file yourself.");
    }
    return new Editor(CommandWords.of(text), session.workingDirectory());
  }

  private static @Nullable String set(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * Opens a file, and waits until the editor ends.
   *
   * @throws LimbeckException LMB-255 where it does not start, or says that it failed
   */
  void open(Path file) {
    List<String> line = new ArrayList<>(command);
    line.add(file.toString());
    try {
      int exit =
          new ProcessBuilder(line)
              .directory(workingDirectory.toFile())
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw failed(file, "it ended with exit code " + exit, null);
      }
    } catch (IOException e) {
      throw failed(file, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(file, "it was interrupted", e);
    }
  }

  private LimbeckException failed(Path file, String reason, @Nullable Exception cause) {
    String message =
        "The editor failed: "
            + reason
            + "\n  "
            + String.join(" ", command)
            + " "
            + file
            + "\n  Correct VISUAL or EDITOR in the environment, or open the file yourself.";
    return cause == null
        ? new LimbeckException("LMB-255", message)
        : new LimbeckException("LMB-255", message, cause);
  }
}
