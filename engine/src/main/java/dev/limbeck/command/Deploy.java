package dev.limbeck.command;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.GraphException;
import dev.limbeck.graph.GraphProblem;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.StampStep;
import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.Deployer;
import dev.limbeck.runtime.Progress;
import dev.limbeck.runtime.VersionTable;
import dev.limbeck.source.RevisionHeader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The commands that look at or change where a database stands. */
record Deploy(Settings settings, RevisionCatalog catalog) {

  Deployed upgrade(String target) {
    return deploy(rows -> catalog.at(rows).graph().upgradeSteps(rows, target));
  }

  Deployed downgrade(String target) {
    return deploy(rows -> catalog.at(rows).graph().downgradeSteps(rows, target));
  }

  private Deployed deploy(Deployer.Route<RevisionStep> route) {
    List<Notice> notices = new ArrayList<>();
    List<RevisionStep> steps =
        deployer(noting(notices)).run(catalog.graph(), catalog.source(), route);
    return new Deployed(steps, notices);
  }

  List<StampStep> stamp(List<String> targets, boolean purge) {
    return deployer(settings.progress())
        .stamp(rows -> catalog.at(rows).graph().stampSteps(rows, targets), purge);
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
      throw DatabaseFailure.reading(e);
    }
  }

  private Deployer deployer(Progress progress) {
    Dialect dialect = settings.dialect();
    return new Deployer(
        dialect,
        settings.connections(),
        new VersionTable(dialect, settings.versionTable()),
        settings.lockTimeout(),
        progress);
  }

  private Progress noting(List<Notice> notices) {
    Progress listener = settings.progress();
    return new Progress() {
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
      public void done(RevisionStep step) {
        listener.done(step);
      }
    };
  }
}
