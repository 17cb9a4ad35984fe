package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Current;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.source.RevisionHeader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limbeck current}. */
@Command(
    name = "current",
    description = {
      "Show which revisions the database is at; changes nothing.",
      "",
      "Prints a line for each branch, and nothing for a database without revisions.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck current",
      "  limbeck current -v                 with date, class and file",
      "  limbeck current --check-heads      exit code 1 where revisions are not applied yet"
    })
final class CurrentCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--check-heads",
      description = "End with exit code 1 where the database is not at head.")
  private boolean checkHeads;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json.")
  private Format format = Format.text;

  /** How the revisions are written. */
  enum Format {
    text,
    json
  }

  CurrentCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (checkHeads) {
      session.requireRevisions();
    }
    session.connectAhead();
    Limbeck limbeck = session.limbeck();
    session.mentionMissingDatabase();
    RevisionCatalog catalog = limbeck.catalog();
    session.warnWithout(catalog.headers());
    Current current = current(limbeck, catalog);
    RevisionGraph graph = catalog.at(current.rows()).graph();
    Console console = session.console();
    if (current.revisions().isEmpty()) {
      console.talk("The database is at base: no revision is applied.");
    }
    if (format == Format.json) {
      Set<String> ids =
          current.revisions().stream().map(RevisionHeader::id).collect(Collectors.toSet());
      new RevisionsJson(graph, ids, session::shownOrigin)
          .lines(current.revisions())
          .forEach(console::result);
    } else {
      RevisionText text = new RevisionText(graph, Set.of(), console.style());
      current
          .revisions()
          .forEach(
              header -> {
                if (session.options().verbose) {
                  text.full(header).forEach(console::result);
                } else {
                  console.result(text.line(header));
                }
              });
    }
    if (checkHeads && !current.atHead()) {
      console.talk(
          "The database is not at head: `limbeck upgrade "
              + (graph.heads().size() > 1 ? "heads" : "head")
              + "` applies what is missing.");
      return ExitCode.NO;
    }
    return ExitCode.DONE;
  }

  /** The rows are the result even where they name no revision. */
  private Current current(Limbeck limbeck, RevisionCatalog catalog) {
    try {
      return limbeck.current(catalog);
    } catch (LimbeckException e) {
      if (e.code().equals("LMB-301") && format == Format.text) {
        limbeck.rows().forEach(session.console()::result);
      }
      throw e;
    }
  }
}
