package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.GraphException;
import dev.limbeck.graph.GraphProblem;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.StampStep;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.Deployer;
import dev.limbeck.runtime.HistoryLog;
import dev.limbeck.runtime.HistoryRow;
import dev.limbeck.runtime.HistoryTable;
import dev.limbeck.runtime.JournalTable;
import dev.limbeck.runtime.LogEntry;
import dev.limbeck.runtime.Progress;
import dev.limbeck.runtime.VersionTable;
import dev.limbeck.source.RevisionHeader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands that look at or change where a database stands. */
record Deploy(Settings settings, RevisionCatalog catalog) {
  private static final DateTimeFormatter BACKUP_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  Deployed upgrade(String target) {
    return upgrade(target, settings.transactions());
  }

  Deployed upgrade(String target, Transactions transactions) {
    List<Notice> notices = new ArrayList<>();
    Deployer deployer = deployer(settings, noting(notices), transactions);
    List<RevisionStep> steps =
        deployer.run(
            catalog.source(),
            rows -> catalog.at(rows).graph().upgradeSteps(rows, target),
            (connection, rows) ->
                new Checksums(catalog.at(rows), deployer.history())
                    .demand(connection, rows, deployer),
            (connection, run, migrations) -> {
              protector().review(connection, run, migrations);
              backup(connection, deployer.progress());
            });
    return new Deployed(steps, notices);
  }

  Deployed downgrade(String target) {
    return downgrade(target, settings.transactions());
  }

  Deployed downgrade(String target, Transactions transactions) {
    List<Notice> notices = new ArrayList<>();
    List<RevisionStep> steps =
        deployer(settings, noting(notices), transactions)
            .run(
                catalog.source(),
                rows -> catalog.at(rows).graph().downgradeSteps(rows, target),
                (connection, rows) -> {},
                protector()::review);
    return new Deployed(steps, notices);
  }

  List<StampStep> stamp(List<String> targets, boolean purge) {
    return deployer(settings, settings.progress())
        .stamp(
            rows -> catalog.at(rows).graph().stampSteps(rows, targets),
            purge,
            (before, after) -> stamped(catalog, before, after),
            protector()::reviewStamp);
  }

  private void backup(Connection connection, Progress progress) throws SQLException {
    if (!settings.backup()) {
      return;
    }
    String suffix = "." + BACKUP_TIME.format(settings.clock().instant()) + ".bak";
    Path copy = settings.dialect(connection).deployment().backup(connection, suffix);
    if (copy == null) {
      throw new LimbeckException(
          "LMB-442",
          "This database cannot be copied into a file beside it.\n  "
              + settings.connections().place()
              + "\n  Nothing was run. Make the backup with the database's own program, such as pg_dump.");
    }
    progress.notice(new Notice(Notice.Level.SKIPPED, "the database is copied to " + copy));
  }

  private Protector protector() {
    return new Protector(settings.protection(), settings.dialect());
  }

  /** The revisions that count as applied now, or, where none is new, those that are left. */
  static List<String> stamped(RevisionCatalog catalog, List<String> before, List<String> after) {
    Set<String> applied = new HashSet<>(applied(catalog, before));
    List<String> added =
        applied(catalog, after).stream().filter(id -> !applied.contains(id)).toList();
    List<String> left = after.isEmpty() ? List.of(HistoryRow.BASE) : after;
    return added.isEmpty() ? left : added;
  }

  private static List<String> applied(RevisionCatalog catalog, List<String> rows) {
    return catalog.at(rows).graph().applied(rows).stream().map(RevisionNode::id).toList();
  }

  Current current() {
    List<String> rows = rows(settings);
    RevisionCatalog catalog = this.catalog.at(rows);
    RevisionGraph graph = catalog.graph();
    List<RevisionHeader> revisions = catalog.headers(graph.current(rows));
    return new Current(rows, revisions, atHead(graph, rows));
  }

  private static boolean atHead(RevisionGraph graph, List<String> rows) {
    try {
      graph.checkAtHeads(rows);
      return true;
    } catch (GraphException e) {
      if (e.problem() == GraphProblem.NOT_AT_HEAD) {
        return new HashSet<>(graph.applied(rows)).containsAll(graph.heads());
      }
      throw e;
    }
  }

  /** The ids in the version table. */
  static List<String> rows(Settings settings) {
    try (Connection connection = settings.connections().openToRead()) {
      return new VersionTable(settings.dialect(connection), settings.versionTable())
          .rows(connection);
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /** What was done. */
  static List<LogEntry> log(Settings settings, @Nullable String revision, int most) {
    try (Connection connection = settings.connections().openToRead()) {
      return new HistoryLog(new HistoryTable(settings.dialect(connection), settings.historyTable()))
          .newest(connection, revision, most);
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /** What writes into this database. */
  static Deployer deployer(Settings settings, Progress progress) {
    return deployer(settings, progress, settings.transactions());
  }

  private static Deployer deployer(
      Settings settings, Progress progress, Transactions transactions) {
    Dialect dialect = settings.dialect();
    return new Deployer(
        dialect,
        settings.connections(),
        new VersionTable(dialect, settings.versionTable()),
        new HistoryTable(dialect, settings.historyTable()),
        new JournalTable(dialect, settings.journalTable()),
        settings.clock(),
        settings.lockTimeout(),
        progress,
        settings.patience(),
        transactions);
  }

  private Progress noting(List<Notice> notices) {
    Progress listener = settings.progress();
    return new Progress() {
      @Override
      public void starts(List<RevisionStep> steps) {
        listener.starts(steps);
      }

      @Override
      public void ends() {
        listener.ends();
      }

      @Override
      public void begins(RevisionStep step) {
        listener.begins(step);
      }

      @Override
      public void statement(String sql) {
        listener.statement(sql);
      }

      @Override
      public void notice(Notice notice) {
        notices.add(notice);
        listener.notice(notice);
      }

      @Override
      public void advanced(String what, long done) {
        listener.advanced(what, done);
      }

      @Override
      public void waiting(String holder) {
        listener.waiting(holder);
      }

      @Override
      public void done(RevisionStep step) {
        listener.done(step);
      }
    };
  }
}
