package dev.limbeck.cli;

import dev.limbeck.command.ChangedRevision;
import dev.limbeck.command.Limbeck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck repair}. */
@Command(
    name = "repair",
    description = {
      "Accept that a revision was changed after it was applied.",
      "",
      "Shows first what differs. From then on the revision counts as applied as it is now; nothing is"
          + " run. A change that the database shall have belongs into a new revision instead.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck repair 3f2a                shows the difference and asks",
      "  limbeck repair 3f2a --yes          shows the difference and accepts it"
    })
final class RepairCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "REVISION", description = "An id or its beginning, head, label@head.")
  private String revision = "";

  @Option(
      names = {"-y", "--yes"},
      description = "Accept without a question.")
  private boolean yes;

  RepairCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Limbeck limbeck = session.limbeck();
    ChangedRevision changed = limbeck.difference(revision);
    Console console = session.console();
    changed.report().forEach(console::result);
    if (!yes && !console.confirms("Accept what it says now?")) {
      console.talk(
          "Nothing was accepted: restore what was there, or accept it with `limbeck repair "
              + changed.header().id()
              + " --yes`.");
      return ExitCode.NO;
    }
    limbeck.repair(changed);
    console.result("repaired " + changed.header().id());
    return ExitCode.DONE;
  }
}
