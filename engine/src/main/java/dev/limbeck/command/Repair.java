package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Checksums.Look;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.Deployer;
import dev.limbeck.runtime.HistoryRow;
import dev.limbeck.runtime.HistoryTable;
import dev.limbeck.runtime.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Shows changes of applied revisions, and accepts one that was shown. */
record Repair(Settings settings, RevisionCatalog catalog) {

  /** All applied revisions that say something else now. */
  List<ChangedRevision> changed() {
    try (Connection connection = settings.connections().openToRead()) {
      List<String> rows = rows(connection);
      RevisionCatalog present = catalog.at(rows);
      return changed(connection, present, present.graph().applied(rows));
    } catch (SQLException e) {
      throw DatabaseFailure.working(settings.connections(), e);
    }
  }

  /**
   * What differs in one revision.
   *
   * @throws LimbeckException LMB-241 where it is not applied, LMB-242 where nothing differs
   */
  ChangedRevision difference(String selector) {
    try (Connection connection = settings.connections().openToRead()) {
      List<String> rows = rows(connection);
      RevisionCatalog present = catalog.at(rows);
      RevisionNode node = present.graph().get(selector);
      if (!present.graph().applied(rows).contains(node)) {
        throw new LimbeckException(
            "LMB-241",
            "Revision "
                + node.id()
                + " is not applied, so it can be changed freely.\n  See `limbeck current`.");
      }
      return changed(connection, present, List.of(node)).stream()
          .findFirst()
          .orElseThrow(
              () ->
                  new LimbeckException(
                      "LMB-242",
                      "There is nothing to repair in revision "
                          + node.id()
                          + ".\n  It says what it said when it was applied, or nobody wrote down"
                          + " what that was: it was stamped, or applied by a Limbeck without"
                          + " a history."));
    } catch (SQLException e) {
      throw DatabaseFailure.working(settings.connections(), e);
    }
  }

  /**
   * Takes what the revision says now for what was applied.
   *
   * @param shown the difference that somebody looked at
   * @throws LimbeckException LMB-244 where it is another one by now
   */
  void accept(ChangedRevision shown) {
    Deployer deployer = Deploy.deployer(settings, settings.progress());
    deployer.alone(
        connection -> {
          Instant started = settings.clock().instant();
          RevisionCatalog present = catalog.at(rows(connection));
          RevisionNode node = present.graph().get(shown.header().id());
          List<ChangedRevision> now = changed(connection, present, List.of(node));
          if (now.size() != 1 || !now.get(0).isSameAs(shown)) {
            throw new LimbeckException(
                "LMB-244",
                "Revision "
                    + node.id()
                    + " or its history changed meanwhile; nothing was accepted.\n  Look at it again: `limbeck repair "
                    + node.id()
                    + "`.");
          }
          HistoryRow row =
              new HistoryRow(
                  node.id(),
                  HistoryRow.What.REPAIR,
                  started,
                  settings.clock().instant(),
                  shown.after().text(),
                  catalog.source().hashes(List.of(node)).get(node.id()));
          deployer.history().add(connection, row);
          return row;
        });
  }

  private List<ChangedRevision> changed(
      Connection connection, RevisionCatalog present, List<RevisionNode> nodes)
      throws SQLException {
    Dialect dialect = settings.dialect(connection);
    return new Checksums(present, new HistoryTable(dialect, settings.historyTable()))
        .find(connection, nodes, Look.AT_OPERATIONS)
        .changed();
  }

  private List<String> rows(Connection connection) throws SQLException {
    return new VersionTable(settings.dialect(connection), settings.versionTable()).rows(connection);
  }
}
