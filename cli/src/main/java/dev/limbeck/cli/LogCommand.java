package dev.limbeck.cli;

import dev.limbeck.runtime.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck log}. */
@Command(
    name = "log",
    description = {
      "Show what was done to the database, newest first; changes nothing.",
      "",
      "Revisions that were applied or undone, and those that failed at it; stamps and repairs. Where"
          + " the database stands is what `limbeck current` says.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck log",
      "  limbeck log -v                     by whom, from where, and the whole error",
      "  limbeck log -n 100 3f2a91c07b4d    of one revision"
    })
final class LogCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "REVISION",
      arity = "0..1",
      description = "The whole id of a revision; without it, all of them.")
  private @Nullable String revision;

  @Option(
      names = {"-n", "--max-count"},
      paramLabel = "N",
      description = "How many lines at most; 20 by default.")
  private int most = 20;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json.")
  private CurrentCommand.Format format = CurrentCommand.Format.text;

  LogCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.connectAhead();
    List<LogEntry> entries = session.deploying().log(revision, Math.max(0, most));
    session.mentionMissingDatabase();
    Console console = session.console();
    if (format == CurrentCommand.Format.json) {
      json(entries).forEach(console::result);
      return ExitCode.DONE;
    }
    for (LogEntry entry : entries) {
      console.result(line(entry));
      if (session.options().verbose) {
        details(entry).forEach(detail -> console.result("    " + detail));
      }
    }
    if (entries.isEmpty()) {
      console.talk("Nothing was done yet.");
    }
    return ExitCode.DONE;
  }

  private static String line(LogEntry entry) {
    String error = entry.error() == null ? "" : "  " + entry.error().lines().findFirst().orElse("");
    return (seconds(entry.started())
            + "  "
            + (entry.isDone() ? "done  " : "failed")
            + "  "
            + pad(entry.what(), 9)
            + "  "
            + entry.revision()
            + duration(entry)
            + error)
        .stripTrailing();
  }

  /** Without the fraction of the second. */
  private static String seconds(String time) {
    int dot = time.indexOf('.');
    return dot < 0 ? time : time.substring(0, dot) + "Z";
  }

  private static String duration(LogEntry entry) {
    Long milliseconds = entry.milliseconds();
    if (milliseconds == null) {
      return "";
    }
    return milliseconds < 1_000
        ? "  " + milliseconds + " ms"
        : "  " + milliseconds / 1_000 + "." + milliseconds % 1_000 / 100 + " s";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static List<String> details(LogEntry entry) {
    List<String> details = new ArrayList<>();
    String who =
        Stream.of(
                entry.systemUser(),
                entry.host() == null ? null : "on " + entry.host(),
                entry.databaseUser() == null || entry.databaseUser().isEmpty()
                    ? null
                    : "as " + entry.databaseUser(),
                entry.version() == null ? null : "with Limbeck " + entry.version())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    if (!who.isEmpty()) {
      details.add(who);
    }
    if (entry.error() != null) {
      entry.error().lines().skip(1).forEach(details::add);
    }
    return details;
  }

  private static List<String> json(List<LogEntry> entries) {
    List<String> lines = new ArrayList<>();
    lines.add("{");
    lines.add("  \"log\": [");
    for (int i = 0; i < entries.size(); i++) {
      lines.add("    " + json(entries.get(i)) + (i + 1 < entries.size() ? "," : ""));
    }
    lines.add("  ]");
    lines.add("}");
    return lines;
  }

  private static String json(LogEntry entry) {
    return "{\"id\": "
        + entry.id()
        + ", \"revision\": "
        + JsonText.of(entry.revision())
        + ", \"what\": "
        + JsonText.of(entry.what())
        + ", \"outcome\": "
        + JsonText.of(entry.isDone() ? "done" : "failed")
        + ", \"started\": "
        + JsonText.of(entry.started())
        + ", \"finished\": "
        + JsonText.of(entry.finished())
        + ", \"milliseconds\": "
        + entry.milliseconds()
        + ", \"databaseUser\": "
        + JsonText.of(entry.databaseUser())
        + ", \"systemUser\": "
        + JsonText.of(entry.systemUser())
        + ", \"host\": "
        + JsonText.of(entry.host())
        + ", \"version\": "
        + JsonText.of(entry.version())
        + ", \"error\": "
        + JsonText.of(entry.error())
        + "}";
  }
}
