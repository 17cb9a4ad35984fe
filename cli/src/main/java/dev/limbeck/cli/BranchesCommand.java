package dev.limbeck.cli;

import dev.limbeck.cli.drawing.DrawnRevision;
import dev.limbeck.cli.drawing.GraphvizText;
import dev.limbeck.cli.drawing.LaneDrawing;
import dev.limbeck.cli.drawing.MermaidText;
import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.graph.Branchpoint;
import dev.limbeck.source.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limbeck branches}. */
@Command(
    name = "branches",
    description = {
      "List the revisions that several others follow, and what follows; needs no database.",
      "",
      "In a terminal it draws where branches begin, meet and end; what lies between is counted.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck branches",
      "  limbeck branches -v                with date, class and file",
      "  limbeck branches --format dot | dot -Tsvg > branches.svg"
    })
final class BranchesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--graph",
      negatable = true,
      description = "Draw, or list a line for each; drawn in a terminal by default.")
  private @Nullable Boolean graph;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json, mermaid or dot.")
  private ListFormat format = ListFormat.text;

  BranchesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RevisionCatalog catalog = session.limbeck().catalog();
    List<Branchpoint> points = catalog.graph().branchpoints();
    lines(catalog, points).forEach(session.console()::result);
    if (points.isEmpty()) {
      session.console().talk("There are no branches.");
    }
    return ExitCode.DONE;
  }

  private List<String> lines(RevisionCatalog catalog, List<Branchpoint> points) {
    Style style = new Style(format == ListFormat.text && session.console().color());
    RevisionText text = new RevisionText(catalog.graph(), Set.of(), style);
    return switch (format) {
      case json ->
          new RevisionsJson(catalog.graph(), null, session::shownOrigin)
              .lines(catalog.headers(points.stream().map(Branchpoint::revision).toList()));
      case mermaid -> MermaidText.lines(drawn(catalog, text));
      case dot -> GraphvizText.lines(drawn(catalog, text));
      case text ->
          session.isDrawn(graph)
              ? LaneDrawing.lines(drawn(catalog, text), style::lane)
              : list(catalog, points, text);
    };
  }

  private static List<DrawnRevision> drawn(RevisionCatalog catalog, RevisionText text) {
    return new HistoryDrawing(catalog.graph(), header -> List.of(text.drawn(header)))
        .branches(catalog.headers(catalog.graph().history()), Set.of());
  }

  private List<String> list(RevisionCatalog catalog, List<Branchpoint> points, RevisionText text) {
    List<String> lines = new ArrayList<>();
    for (Branchpoint point : points) {
      RevisionHeader revision = catalog.header(point.revision().id());
      lines.addAll(session.options().verbose ? text.full(revision) : List.of(text.line(revision)));
      for (RevisionHeader child : catalog.headers(point.children())) {
        lines.add("  -> " + text.line(child));
      }
    }
    return lines;
  }
}
