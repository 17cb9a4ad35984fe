package dev.limbeck.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limbeck} without a command. */
@Command(
    name = "limbeck",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Schema migration for Java, from JPA entities to reviewed Java revision classes.",
      ""
    },
    footer = {
      "",
      "A first migration:",
      "  limbeck init                                  writes limbeck.properties",
      "  limbeck revision --autogenerate -m \"users\"    entities x database -> a Java revision",
      "  limbeck upgrade head                          applies it",
      "",
      "`limbeck COMMAND --help` explains a command with examples."
    })
final class RootCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private final GlobalOptions options;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  RootCommand(GlobalOptions options) {
    this.options = options;
  }

  /** The help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
