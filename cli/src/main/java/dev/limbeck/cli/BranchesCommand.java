package dev.limbeck.cli;

import dev.limbeck.graph.Branchpoint;
import dev.limbeck.graph.RevisionNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limbeck branches}. */
@Command(
    name = "branches",
    description = {
      "List the revisions that several others follow, and what follows; needs no database.",
      ""
    },
    footer = {"", "Example:", "  limbeck branches"})
final class BranchesCommand implements Callable<Integer> {
  private final Session session;

  BranchesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Branchpoint> points = session.limbeck().graph().branchpoints();
    Console console = session.console();
    for (Branchpoint point : points) {
      console.result(line(point.revision()));
      point.children().forEach(child -> console.result("  -> " + line(child)));
    }
    if (points.isEmpty()) {
      console.talk("There are no branches.");
    }
    return ExitCode.DONE;
  }

  private static String line(RevisionNode node) {
    StringBuilder line = new StringBuilder(node.id());
    node.labels().forEach(label -> line.append(" [").append(label).append(']'));
    return line.append("  ").append(node.message()).toString().stripTrailing();
  }
}
