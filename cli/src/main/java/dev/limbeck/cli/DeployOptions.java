package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that change where a database stands. */
final class DeployOptions {

  @Option(
      names = "--confirm",
      paramLabel = "DATABASE",
      description =
          "The name of the database, to say that it is the one that is meant; needed where the"
              + " environment is protected.")
  @Nullable String confirm;
}
