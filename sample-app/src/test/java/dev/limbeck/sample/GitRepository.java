package dev.limbeck.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of git, worked on by the command of that name. */
record GitRepository(Path directory) {

  /** Runs a command that has to succeed; gives what it says. */
  String run(String... arguments) throws IOException, InterruptedException {
    return run(true, arguments);
  }

  /** Runs a command that has to fail; gives what it says. */
  String fails(String... arguments) throws IOException, InterruptedException {
    return run(false, arguments);
  }

  /** Commits everything that is there. */
  void commit(String message) throws IOException, InterruptedException {
    run("add", "-A");
    run("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", message);
  }

  private String run(boolean succeeds, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if ((process.waitFor() == 0) != succeeds) {
      throw new IllegalStateException(command + ": " + said);
    }
    return said;
  }
}
