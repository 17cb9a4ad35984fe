package dev.limbeck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in a directory, within this process. */
final class CommandRun {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  CommandRun(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /** What a command said, with the line ends of Unix. */
  record Outcome(int exit, String out, String err) {}

  void environment(String name, String value) {
    environment.put(name, value);
  }

  Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.execute(args, directory, environment, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(
        exit, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
  }

  Path write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** Writes a revision that does nothing. */
  Path revision(String name, String annotation, String message) throws IOException {
    return revision(name, annotation, message, "");
  }

  /** Writes a revision with that body. */
  Path revision(String name, String annotation, String message, String upgrade) throws IOException {
    return write(
        "migrations/" + name + ".java",
        """
        import static dev.limbeck.model.Types.*;

        import dev.limbeck.migration.Migration;
        import dev.limbeck.migration.Operations;
        import dev.limbeck.migration.Revision;

        @Revision(%s, message = "%s")
        public final class %s implements Migration {
          @Override
          public void upgrade(Operations op) {
            %s
          }

          @Override
          public void downgrade(Operations op) {}
        }
        """
            .formatted(annotation, message, name, upgrade));
  }
}
