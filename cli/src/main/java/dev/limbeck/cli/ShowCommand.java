package dev.limbeck.cli;

import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionSql;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.sql.SqlText;
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
      "  limbeck show current               the one that the database is at",
      "  limbeck show 3f2a --sql            for each configured dialect",
      "  limbeck show 3f2a --sql --dialect postgresql > upgrade.sql"
    })
final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REVISION",
      description = "An id or its beginning, head, current, label@head.")
  private String revision = "";

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
    if (dialect != null && !sql) {
      throw new ParameterException(spec.commandLine(), "--dialect is of no use without --sql");
    }
    Limbeck limbeck = session.limbeck();
    for (String id : ids(limbeck)) {
      if (sql) {
        writeSql(limbeck, id);
      } else {
        RevisionHeader header = limbeck.show(id).header();
        new RevisionText(limbeck.graph(), Set.of()).full(header).forEach(session.console()::result);
      }
    }
    return ExitCode.DONE;
  }

  private List<String> ids(Limbeck limbeck) {
    if (!revision.equals("current")) {
      return List.of(revision);
    }
    List<String> ids = limbeck.current().revisions().stream().map(RevisionHeader::id).toList();
    if (ids.isEmpty()) {
      session.console().talk("The database is at base: no revision is applied.");
    }
    return ids;
  }

  private void writeSql(Limbeck limbeck, String id) {
    StringBuilder text = new StringBuilder();
    for (String name : dialect == null ? session.dialects() : List.of(dialect)) {
      RevisionSql both = limbeck.sql(id, name);
      String title = "-- " + limbeck.show(id).header().id() + " on " + name;
      text.append(text.isEmpty() ? "" : "\n").append(title).append(", upgrade\n");
      both.upgrade().forEach(line -> text.append(SqlText.terminated(line)).append('\n'));
      text.append('\n').append(title).append(", downgrade\n");
      both.downgrade().forEach(line -> text.append(SqlText.terminated(line)).append('\n'));
    }
    session.console().script(text.toString());
  }
}
