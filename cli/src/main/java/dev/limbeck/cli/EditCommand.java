package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.RevisionHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck edit}. */
@Command(
    name = "edit",
    description = {
      "Open the file of a revision in the editor of VISUAL or EDITOR.",
      "",
      "Needs no database, unless it is asked for `current`.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck edit head",
      "  limbeck edit 3f2a",
      "  limbeck edit current               the one that the database is at",
      "  EDITOR=\"code --wait\" limbeck edit head"
    })
final class EditCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REVISION",
      description = "An id or its beginning, head, current, label@head, -1.")
  private String revision = "";

  EditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RelativeTarget.check(revision, spec);
    RevisionHeader header = header();
    Path file = Session.fileOf(header.origin());
    if (file == null || !Files.isRegularFile(file)) {
      throw new LimbeckException(
          "LMB-254",
          "Revision "
              + header.id()
              + " has no source here.\n  "
              + header.className()
              + "   "
              + header.origin()
              + "\n  Set revisions.directory in "
              + session.properties().file()
              + " to where the sources are.");
    }
    Editor.of(session, file).open(file);
    return ExitCode.DONE;
  }

  private RevisionHeader header() {
    Limbeck limbeck = session.limbeck();
    boolean current = revision.equals("current");
    List<String> rows = current ? limbeck.rows() : List.of();
    RevisionCatalog catalog = limbeck.catalog().at(rows);
    List<RevisionNode> nodes =
        current ? catalog.graph().current(rows) : catalog.graph().all(revision);
    if (nodes.size() != 1) {
      throw new LimbeckException(
          "LMB-254",
          "'"
              + revision
              + "' is not one revision: "
              + (nodes.isEmpty()
                  ? "nothing is there"
                  : String.join(", ", nodes.stream().map(RevisionNode::id).toList()))
              + ".\n  Name the one to edit; see `limbeck history`.");
    }
    return catalog.header(nodes.get(0).id());
  }
}
