package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command. */
final class GlobalOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The settings; limbeck.properties of the working directory by default.")
  @Nullable String config;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "The database: jdbc:…, postgresql://user:password@host/name or sqlite:///file."
              + " Wins over the setting url and over DATABASE_URL.")
  @Nullable String url;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "The environment whose settings count: environments.NAME.url and so on. Wins over the"
              + " variable LIMBECK_ENV.")
  @Nullable String env;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more: details of revisions, statements, the logs of libraries.")
  boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say only results, warnings and errors.")
  boolean quiet;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  boolean stacktrace;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Use no colors.")
  boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;
}
