package dev.limbeck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limbeck init}. */
@Command(
    name = "init",
    description = {
      "Write limbeck.properties.",
      "",
      "Looks at the project first: where Maven or Gradle put classes, which package the sources begin"
          + " in. Nothing that is there already is overwritten.",
      ""
    },
    footer = {"", "Examples:", "  limbeck init", "  limbeck init --config conf/limbeck.properties"})
final class InitCommand implements Callable<Integer> {
  private static final List<String> STATE = List.of(".limbeck/", "*.limbeck-lock");

  private final Session session;

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path file = session.configurationFile();
    if (Files.exists(file)) {
      throw new LimbeckException(
          "LMB-109",
          file + " is there already.\n  Edit it, or remove it first; init overwrites nothing.");
    }
    Path directory = requireNonNull(file.getParent(), "directory");
    ProjectLayout layout = ProjectLayout.of(directory);
    try {
      Files.createDirectories(directory);
      Files.writeString(file, layout.settings(), UTF_8);
      ignoreState(directory.resolve(".gitignore"));
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-109", "The project cannot be set up in " + directory + ".\n  " + e, e);
    }
    Console console = session.console();
    console.result(session.shown(file));
    console.talk(
        "Revisions will be written to "
            + session.shown(directory.resolve(layout.revisionsPath()))
            + ".\n"
            + "Next: compile your entities, look at `limbeck scan`, then\n"
            + "  limbeck revision --autogenerate -m \"first tables\"\n"
            + "  limbeck upgrade head");
    return ExitCode.DONE;
  }

  /** What Limbeck keeps for the next time belongs to no repository. */
  private static void ignoreState(Path gitignore) throws IOException {
    String text = Files.exists(gitignore) ? Files.readString(gitignore, UTF_8) : "";
    Set<String> lines = text.lines().map(String::strip).collect(toSet());
    StringBuilder added = new StringBuilder();
    STATE.stream()
        .filter(line -> !lines.contains(line))
        .forEach(line -> added.append(line).append('\n'));
    if (!added.isEmpty()) {
      String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      Files.writeString(gitignore, text + separator + added, UTF_8);
    }
  }
}
