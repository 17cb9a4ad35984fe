package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands of {@code limbeck}. */
final class Commands {

  /** How to make a command, and what exit code 1 says of it; empty where it has none. */
  private record Entry(Function<Session, Object> maker, String no) {}

  private static final Map<String, Entry> ALL = all();

  /** Commands whose targets may look like options: {@code -1}. */
  private static final Set<String> RELATIVE =
      Set.of("upgrade", "downgrade", "stamp", "show", "edit");

  private Commands() {}

  private static Map<String, Entry> all() {
    Map<String, Entry> all = new LinkedHashMap<>();
    all.put("init", new Entry(InitCommand::new, ""));
    all.put("scan", new Entry(ScanCommand::new, ""));
    all.put("revision", new Entry(RevisionCommand::new, ""));
    all.put("upgrade", new Entry(UpgradeCommand::new, ""));
    all.put("downgrade", new Entry(DowngradeCommand::new, ""));
    all.put(
        "check",
        new Entry(CheckCommand::new, "there are differences, or an applied revision was changed"));
    all.put("current", new Entry(CurrentCommand::new, "with --check-heads: not at head"));
    all.put("log", new Entry(LogCommand::new, ""));
    all.put("resume", new Entry(ResumeCommand::new, ""));
    all.put("history", new Entry(HistoryCommand::new, ""));
    all.put("heads", new Entry(HeadsCommand::new, ""));
    all.put("branches", new Entry(BranchesCommand::new, ""));
    all.put("show", new Entry(ShowCommand::new, ""));
    all.put("merge", new Entry(MergeCommand::new, ""));
    all.put("edit", new Entry(EditCommand::new, ""));
    all.put("rebase", new Entry(RebaseCommand::new, ""));
    all.put("squash", new Entry(SquashCommand::new, ""));
    all.put("stamp", new Entry(StampCommand::new, ""));
    all.put("repair", new Entry(RepairCommand::new, "the change was not accepted"));
    return all;
  }

  /**
   * The command line for these arguments. Only commands that they name are made, since to look at
   * the options of all takes longer than most commands; all where none is named.
   */
  static CommandLine line(Session session, String[] args) {
    Set<String> named = Stream.of(args).filter(ALL::containsKey).collect(Collectors.toSet());
    CommandLine line = new CommandLine(new RootCommand(session.options()));
    ALL.forEach(
        (name, entry) -> {
          if (named.isEmpty() || named.contains(name)) {
            CommandLine command = new CommandLine(entry.maker().apply(session));
            command.setUnmatchedOptionsArePositionalParams(RELATIVE.contains(name));
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            usage.exitCodeListHeading("%nExit codes:%n");
            usage.exitCodeList(ExitCode.descriptions(entry.no()));
            line.addSubcommand(name, command);
          }
        });
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
