package dev.limbeck.cli;

import dev.limbeck.command.Limbeck;
import dev.limbeck.command.Overlaps;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck merge}. */
@Command(
    name = "merge",
    description = {
      "Write a revision that joins branches; needs no database.",
      "",
      "It does nothing of its own. Limbeck compares what the branches do since they parted, and warns"
          + " of tables, sequences and types that two of them change.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck merge                      joins all heads",
      "  limbeck merge -m \"join orders and billing\" 3f2a a1b2",
      "  limbeck merge heads --branch-label release"
    })
final class MergeCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REVISION",
      arity = "0..*",
      split = ",",
      description = "The revisions to join; heads by default.")
  private List<String> revisions = new ArrayList<>();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MESSAGE",
      description = "What it joins, in a line.")
  private @Nullable String message;

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the branch that begins with it.")
  private List<String> branchLabels = new ArrayList<>();

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
  private @Nullable String id;

  @Option(names = "--splice", description = "It may join revisions that are followed already.")
  private boolean splice;

  @Option(
      names = "--version-path",
      paramLabel = "DIR",
      description = "Which of several directories of revisions it goes to.")
  private @Nullable Path versionPath;

  @Option(names = "--edit", description = "Open it in the editor.")
  private boolean edit;

  MergeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Limbeck limbeck = session.limbeck();
    List<String> ids = ids(limbeck.graph());
    Console console = session.console();
    if (ids.size() < 2) {
      if (!revisions.isEmpty() && !revisions.equals(List.of("heads"))) {
        throw new ParameterException(
            spec.commandLine(), "A merge joins two revisions or more, and this is one.");
      }
      console.talk(
          ids.isEmpty()
              ? "There are no revisions here."
              : "Nothing to do: there is one head, " + ids.get(0) + ".");
      return ExitCode.DONE;
    }
    Overlaps overlaps = limbeck.overlaps(ids);
    RevisionWritten written =
        limbeck.revision(
            new RevisionRequest(
                message == null ? "Merge " + String.join(" and ", ids) : message,
                false,
                id,
                ids,
                splice,
                branchLabels,
                List.of(),
                session.resolved(versionPath)));
    Path file = written.file();
    if (file != null) {
      console.result(session.shown(file));
      JoinWarnings.print(overlaps, console);
      if (edit) {
        Editor.of(session, file).open(file);
      }
    }
    return ExitCode.DONE;
  }

  private List<String> ids(RevisionGraph graph) {
    List<String> selectors = revisions.isEmpty() ? List.of("heads") : revisions;
    return selectors.stream()
        .flatMap(selector -> graph.all(selector).stream())
        .map(RevisionNode::id)
        .distinct()
        .collect(Collectors.toList());
  }
}
