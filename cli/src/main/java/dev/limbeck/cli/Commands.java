package dev.limbeck.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands of {@code limbeck}. */
final class Commands {

  private static final List<String> ALL =
      List.of(
          "init",
          "scan",
          "revision",
          "upgrade",
          "downgrade",
          "check",
          "current",
          "log",
          "resume",
          "history",
          "heads",
          "branches",
          "show",
          "merge",
          "edit",
          "rebase",
          "squash",
          "stamp",
          "repair");

  /** Commands whose targets may look like options: {@code -1}. */
  private static final Set<String> RELATIVE =
      Set.of("upgrade", "downgrade", "stamp", "show", "edit");

  private Commands() {}

  /** By a switch, since a reference to each constructor takes time to link at each start. */
  private static Object make(String name, Session session) {
    return switch (name) {
      case "init" -> new InitCommand(session);
      case "scan" -> new ScanCommand(session);
      case "revision" -> new RevisionCommand(session);
      case "upgrade" -> new UpgradeCommand(session);
      case "downgrade" -> new DowngradeCommand(session);
      case "check" -> new CheckCommand(session);
      case "current" -> new CurrentCommand(session);
      case "log" -> new LogCommand(session);
      case "resume" -> new ResumeCommand(session);
      case "history" -> new HistoryCommand(session);
      case "heads" -> new HeadsCommand(session);
      case "branches" -> new BranchesCommand(session);
      case "show" -> new ShowCommand(session);
      case "merge" -> new MergeCommand(session);
      case "edit" -> new EditCommand(session);
      case "rebase" -> new RebaseCommand(session);
      case "squash" -> new SquashCommand(session);
      case "stamp" -> new StampCommand(session);
      case "repair" -> new RepairCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** What exit code 1 says of a command; empty where it has none. */
  private static String no(String name) {
    return switch (name) {
      case "check" -> "there are differences, or an applied revision was changed";
      case "current" -> "with --check-heads: not at head";
      case "repair" -> "the change was not accepted";
      default -> "";
    };
  }

  /**
   * The command line for these arguments. Only commands that they name are made, since to look at
   * the options of all takes longer than most commands; all where none is named.
   */
  static CommandLine line(Session session, String[] args) {
    Set<String> named = Stream.of(args).filter(ALL::contains).collect(Collectors.toSet());
    CommandLine line = new CommandLine(new RootCommand(session.options()));
    for (String name : ALL) {
      if (named.isEmpty() || named.contains(name)) {
        CommandLine command = new CommandLine(make(name, session));
        command.setUnmatchedOptionsArePositionalParams(RELATIVE.contains(name));
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(ExitCode.descriptions(no(name)));
        line.addSubcommand(name, command);
      }
    }
    Failures failures = new Failures(session);
    // Settings reach the commands that are there already, and no later ones.
    return line.setOut(session.console().out())
        .setErr(session.console().err())
        .setColorScheme(
            Help.defaultColorScheme(session.console().color() ? Help.Ansi.AUTO : Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(
            parsed -> {
              session.begin();
              return new CommandLine.RunLast().execute(parsed);
            })
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100);
  }
}
