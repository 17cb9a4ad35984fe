package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver takes it for a database in which there is nothing. */
class SilentServerTest {
  @TempDir private Path directory;

  @Test
  void commands_see_an_empty_database() throws Exception {
    Files.createDirectories(directory.resolve("revisions"));
    try (SilentServer server = SilentServer.start()) {
      Files.writeString(
          directory.resolve("limbeck.properties"),
          "url=" + server.url() + "\nrevisions.directory=revisions\n");

      assertThat(said("current")).contains("The database is at base");
      assertThat(said("log")).contains("Nothing was done yet.");
    }
  }

  private String said(String command) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);
    Main.execute(command.split(" "), directory, Map.of(), out, out);
    return text.toString();
  }
}
