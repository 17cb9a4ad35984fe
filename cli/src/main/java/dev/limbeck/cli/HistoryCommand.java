package dev.limbeck.cli;

import dev.limbeck.command.Limbeck;
import dev.limbeck.source.RevisionHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limbeck history}. */
@Command(
    name = "history",
    description = {
      "List the revisions, newest first.",
      "",
      "Needs no database, unless the range speaks of `current` or -i asks where it stands.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck history",
      "  limbeck history -r 3f2a:head       from one revision to the newest",
      "  limbeck history -r :3f2a           everything up to one revision",
      "  limbeck history -r current:        what is not applied yet, and the current one",
      "  limbeck history -r -3:current      the last three that are applied",
      "  limbeck history -i -v              in full, with a mark where the database stands"
    })
final class HistoryCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = {"-r", "--range"},
      paramLabel = "FROM:TO",
      description = "Only these; either side may be left out.")
  private String range = ":";

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revisions that the database is at.")
  private boolean indicateCurrent;

  HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Limbeck limbeck = session.limbeck();
    List<RevisionHeader> headers = limbeck.history(range);
    Set<String> current = new HashSet<>();
    if (indicateCurrent) {
      limbeck.current().revisions().forEach(header -> current.add(header.id()));
    }
    RevisionText text = new RevisionText(limbeck.graph(), current);
    Console console = session.console();
    for (RevisionHeader header : headers) {
      if (session.options().verbose) {
        text.full(header).forEach(console::result);
      } else {
        console.result(text.step(header));
      }
    }
    if (headers.isEmpty()) {
      console.talk("There are no revisions here.");
    }
    return ExitCode.DONE;
  }
}
