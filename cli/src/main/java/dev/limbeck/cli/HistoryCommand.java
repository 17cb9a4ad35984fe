package dev.limbeck.cli;

import dev.limbeck.cli.drawing.GraphvizText;
import dev.limbeck.cli.drawing.LaneDrawing;
import dev.limbeck.cli.drawing.MermaidText;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.RevisionHeader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limbeck history}. */
@Command(
    name = "history",
    description = {
      "List the revisions, newest first; in a terminal, draw how they follow each other.",
      "",
      "Needs no database, unless the range speaks of `current` or -i asks where it stands. In the"
          + " drawing, lines of | \\\\ / lead to what a revision follows, and lines of : . ' to what it"
          + " depends on.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck history",
      "  limbeck history -r 3f2a:head       from one revision to the newest",
      "  limbeck history -r :3f2a           everything up to one revision",
      "  limbeck history -r current:        what is not applied yet, and the current one",
      "  limbeck history -r -3:             the newest, and three steps back",
      "  limbeck history -i -v              in full, with a mark where the database stands",
      "  limbeck history --graph | less     the drawing, also where no terminal is seen",
      "  limbeck history --format mermaid   for Markdown; also dot and json"
    })
final class HistoryCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = {"-r", "--range", "--rev-range"},
      paramLabel = "FROM:TO",
      description = "Only these; either side may be left out.")
  private String range = ":";

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revisions that the database is at.")
  private boolean indicateCurrent;

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

  HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Limbeck limbeck = session.limbeck();
    boolean asked = indicateCurrent || range.contains("current");
    if (asked) {
      session.mentionMissingDatabase();
    }
    List<String> rows = asked ? limbeck.rows() : List.of();
    RevisionCatalog catalog = asked ? limbeck.catalog().at(rows) : limbeck.catalog();
    List<RevisionHeader> headers = catalog.headers(catalog.graph().history(range, rows));
    Set<String> current =
        catalog.graph().current(indicateCurrent ? rows : List.of()).stream()
            .map(RevisionNode::id)
            .collect(Collectors.toUnmodifiableSet());
    lines(catalog, headers, current).forEach(session.console()::result);
    if (headers.isEmpty()) {
      session.console().talk("There are no revisions here.");
    }
    return ExitCode.DONE;
  }

  private List<String> lines(
      RevisionCatalog catalog, List<RevisionHeader> headers, Set<String> current) {
    Style style = new Style(format == ListFormat.text && session.console().color());
    boolean full = session.options().verbose;
    RevisionText text = new RevisionText(catalog.graph(), current, style);
    HistoryDrawing drawing =
        new HistoryDrawing(
            catalog.graph(), header -> full ? text.full(header) : List.of(text.drawn(header)));
    return switch (format) {
      case json ->
          new RevisionsJson(catalog.graph(), indicateCurrent ? current : null, session::shownOrigin)
              .lines(headers);
      case mermaid -> MermaidText.lines(drawing.all(headers));
      case dot -> GraphvizText.lines(drawing.all(headers));
      case text ->
          session.isDrawn(graph)
              ? LaneDrawing.lines(drawing.all(headers), style::lane)
              : headers.stream()
                  .flatMap(
                      header -> (full ? text.full(header) : List.of(text.step(header))).stream())
                  .toList();
    };
  }
}
