package dev.limbeck.cli;

import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.command.RevisionSql;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck show}. */
@Command(
    name = "show",
    description = {
      "Show a revision, or the SQL that it leads to.",
      "",
      "The SQL is made without a database, from what the revisions before it lead to; where a revision"
          + " holds SQL or Java code of its own, what follows it is only likely.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck show head",
      "  limbeck show 3f2a",
      "  limbeck show heads                 all of them",
      "  limbeck show current               the one that the database is at",
      "  limbeck show 3f2a --sql            for each configured dialect",
      "  limbeck show 3f2a --sql --dialect postgresql > upgrade.sql"
    })
final class ShowCommand implements Callable<Integer> {
  private static final String CURRENT = "current";

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REVISION",
      arity = "1..*",
      description = "An id or its beginning, head, heads, current, label@head, -1.")
  private List<String> revisions = new ArrayList<>();

  /** How revisions are written. */
  enum Format {
    text,
    json
  }

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json.")
  private Format format = Format.text;

  @Option(names = "--sql", description = "Write its SQL, both ways, and nothing else.")
  private boolean sql;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description = "With --sql: for this dialect only.")
  private @Nullable String dialect;

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (sql && format != Format.text) {
      throw new ParameterException(spec.commandLine(), "--format is of no use with --sql");
    }
    if (dialect != null && !sql) {
      throw new ParameterException(spec.commandLine(), "--dialect is of no use without --sql");
    }
    revisions.forEach(selector -> RelativeTarget.check(selector, spec));
    Limbeck limbeck = session.limbeck();
    List<String> rows = revisions.contains(CURRENT) ? limbeck.rows() : List.of();
    RevisionCatalog catalog = limbeck.catalog().at(rows);
    List<RevisionHeader> headers = catalog.headers(nodes(catalog.graph(), rows));
    if (sql) {
      for (RevisionHeader header : headers) {
        writeSql(limbeck, header.id());
      }
    } else if (format == Format.json) {
      new RevisionsJson(catalog.graph(), null, session::shownOrigin)
          .lines(headers)
          .forEach(session.console()::result);
    } else {
      RevisionText text = new RevisionText(catalog.graph(), Set.of(), session.console().style());
      headers.forEach(header -> text.full(header).forEach(session.console()::result));
    }
    return ExitCode.DONE;
  }

  private List<RevisionNode> nodes(RevisionGraph graph, List<String> rows) {
    List<RevisionNode> nodes = new ArrayList<>();
    for (String selector : revisions) {
      if (selector.equals(CURRENT)) {
        nodes.addAll(graph.current(rows));
        if (rows.isEmpty()) {
          session.mentionMissingDatabase();
          session.console().talk("The database is at base: no revision is applied.");
        }
      } else {
        List<RevisionNode> found = graph.all(selector);
        nodes.addAll(found.isEmpty() ? List.of(graph.get(selector)) : found);
      }
    }
    return nodes.stream().distinct().toList();
  }

  private void writeSql(Limbeck limbeck, String id) {
    StringBuilder text = new StringBuilder();
    for (String name : dialect == null ? session.dialects() : List.of(dialect)) {
      RevisionSql both = limbeck.sql(id, name);
      String title = "-- " + id + " on " + name;
      text.append(text.isEmpty() ? "" : "\n").append(title).append(", upgrade\n");
      both.upgrade().forEach(line -> text.append(SqlText.terminated(line)).append('\n'));
      text.append('\n').append(title).append(", downgrade\n");
      both.downgrade().forEach(line -> text.append(SqlText.terminated(line)).append('\n'));
    }
    session.console().script(text.toString());
  }
}
