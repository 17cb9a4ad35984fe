package dev.limbeck.cli;

import dev.limbeck.command.Limbeck;
import dev.limbeck.source.RevisionHeader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limbeck heads}. */
@Command(
    name = "heads",
    description = {
      "List the revisions that none follows; needs no database.",
      "",
      "More than one says that two people branched off the same revision.",
      ""
    },
    footer = {"", "Examples:", "  limbeck heads", "  limbeck heads -v"})
final class HeadsCommand implements Callable<Integer> {
  private final Session session;

  HeadsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Limbeck limbeck = session.limbeck();
    List<RevisionHeader> heads = limbeck.heads();
    RevisionText text = new RevisionText(limbeck.graph(), Set.of());
    Console console = session.console();
    for (RevisionHeader header : heads) {
      if (session.options().verbose) {
        text.full(header).forEach(console::result);
      } else {
        console.result(text.line(header));
      }
    }
    if (heads.isEmpty()) {
      console.talk("There are no revisions here.");
    }
    return ExitCode.DONE;
  }
}
