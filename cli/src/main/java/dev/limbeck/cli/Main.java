package dev.limbeck.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code limbeck} command. */
@Command(
    name = "limbeck",
    description = "Schema migration for Java, from JPA entities to reviewed Java revision classes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  /** Without a command: the help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
