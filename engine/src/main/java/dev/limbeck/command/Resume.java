package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.JournalRow;
import dev.limbeck.runtime.JournalTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finishes what an earlier deployment left half done. */
record Resume(Settings settings, RevisionCatalog catalog) {

  /** The steps that are done or begun, of revisions that are not finished. */
  static List<JournalRow> unfinished(Settings settings) {
    try (Connection connection = settings.connections().openToRead()) {
      return new JournalTable(settings.dialect(connection), settings.journalTable())
          .rows(connection);
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /**
   * Goes on.
   *
   * @throws LimbeckException LMB-434 where an answer was given and nothing is open
   */
  Deployed run(Resumption how) {
    List<JournalRow> rows = unfinished(settings);
    if (rows.isEmpty()) {
      return new Deployed(List.of(), List.of());
    }
    decide(how);
    List<RevisionStep> steps = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    if (how != Resumption.FORGET) {
      Deploy deploy = new Deploy(settings, catalog);
      // What is half done cannot be in one transaction with anything.
      Transactions transactions =
          settings.transactions() == Transactions.ALL
              ? Transactions.REVISION
              : settings.transactions();
      for (JournalRow row : firstOfEach(rows)) {
        Deployed deployed =
            row.direction() == Direction.UPGRADE
                ? deploy.upgrade(row.revision(), transactions)
                : deploy.downgrade(row.revision() + "-1", transactions);
        steps.addAll(deployed.steps());
        notices.addAll(deployed.notices());
      }
    }
    return new Deployed(steps, notices);
  }

  private static List<JournalRow> firstOfEach(List<JournalRow> rows) {
    Set<String> seen = new LinkedHashSet<>();
    return rows.stream().filter(row -> seen.add(row.revision())).toList();
  }

  private void decide(Resumption how) {
    if (how == Resumption.CONTINUE) {
      return;
    }
    Deploy.deployer(settings, settings.progress())
        .alone(
            connection -> {
              JournalTable journal =
                  new JournalTable(settings.dialect(connection), settings.journalTable());
              List<JournalRow> rows = journal.rows(connection);
              if (how == Resumption.FORGET) {
                for (JournalRow row : firstOfEach(rows)) {
                  journal.clear(connection, row.revision());
                }
                return rows;
              }
              List<JournalRow> open = rows.stream().filter(row -> !row.done()).toList();
              if (open.isEmpty()) {
                throw new LimbeckException(
                    "LMB-434",
                    "There is no step of which it is unknown whether it is done.\n  Say `limbeck"
                        + " resume` without an answer.");
              }
              for (JournalRow row : open) {
                if (how == Resumption.DONE) {
                  journal.done(connection, row);
                } else {
                  journal.remove(connection, row);
                }
              }
              return rows;
            });
  }
}
