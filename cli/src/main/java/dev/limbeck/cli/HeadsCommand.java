package dev.limbeck.cli;

import dev.limbeck.cli.drawing.GraphvizText;
import dev.limbeck.cli.drawing.MermaidText;
import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.source.RevisionHeader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limbeck heads}. */
@Command(
    name = "heads",
    description = {
      "List the revisions that none follows; needs no database.",
      "",
      "More than one says that two people branched off the same revision; `limbeck merge` joins"
          + " them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck heads",
      "  limbeck heads -v                   with date, class and file",
      "  limbeck heads --resolve-dependencies",
      "                                     without those that another revision depends on"
    })
final class HeadsCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--resolve-dependencies",
      description = "Leave out revisions that another depends on.")
  private boolean resolveDependencies;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json, mermaid or dot.")
  private ListFormat format = ListFormat.text;

  HeadsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RevisionCatalog catalog = session.limbeck().catalog();
    RevisionGraph graph = catalog.graph();
    List<RevisionHeader> heads =
        catalog.headers(resolveDependencies ? graph.effectiveHeads() : graph.heads());
    lines(graph, heads).forEach(session.console()::result);
    if (heads.isEmpty()) {
      session.console().talk("There are no revisions here.");
    }
    return ExitCode.DONE;
  }

  private List<String> lines(RevisionGraph graph, List<RevisionHeader> heads) {
    Style style = new Style(format == ListFormat.text && session.console().color());
    RevisionText text = new RevisionText(graph, Set.of(), style);
    HistoryDrawing drawing = new HistoryDrawing(graph, header -> List.of(text.drawn(header)));
    return switch (format) {
      case json -> new RevisionsJson(graph, null, session::shownOrigin).lines(heads);
      case mermaid -> MermaidText.lines(drawing.all(heads));
      case dot -> GraphvizText.lines(drawing.all(heads));
      case text ->
          heads.stream()
              .flatMap(
                  header ->
                      (session.options().verbose ? text.full(header) : List.of(text.line(header)))
                          .stream())
              .toList();
    };
  }
}
