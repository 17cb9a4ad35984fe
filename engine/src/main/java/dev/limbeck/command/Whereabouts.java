package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.HistoryLog;
import dev.limbeck.runtime.HistoryTable;
import dev.limbeck.runtime.LogEntry;
import dev.limbeck.runtime.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains where a database stands that names revisions which are not here: ahead of these
 * revisions, or on another way than they are. Its history tells what it can.
 */
record Whereabouts(Settings settings, RevisionCatalog catalog) {

  /** Does the work, and says more where it fails because the database names unknown revisions. */
  <T> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-301") || settings.givenConnections() == null) {
        throw e;
      }
      throw explained(e);
    }
  }

  private LimbeckException explained(LimbeckException failure) {
    try (Connection connection = settings.connections().openToRead()) {
      Dialect dialect = settings.dialect(connection);
      List<String> unknown =
          new VersionTable(dialect, settings.versionTable())
              .rows(connection).stream().filter(row -> !catalog.isKnown(row)).toList();
      if (unknown.isEmpty()) {
        return failure;
      }
      HistoryLog log = new HistoryLog(new HistoryTable(dialect, settings.historyTable()));
      return new LimbeckException(
          "LMB-301",
          "The database stands at "
              + String.join(", ", unknown)
              + ", which is none of the revisions here.\n  "
              + String.join("\n  ", story(connection, log, unknown))
              + "\n  Work with the revisions of that branch or release. Where the version table is"
              + " wrong, `limbeck stamp --purge REVISION` writes it anew.",
          failure);
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  private List<String> story(Connection connection, HistoryLog log, List<String> unknown)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (RevisionNode head : catalog.graph().heads()) {
      LogEntry entry = newest(connection, log, head.id());
      if (entry == null || entry.what().equals("downgrade")) {
        missing.add(head.id());
      }
    }
    List<LogEntry> entries = new ArrayList<>();
    for (String revision : unknown) {
      LogEntry entry = newest(connection, log, revision);
      if (entry != null) {
        entries.add(entry);
      }
    }
    int count = catalog.headers().size();
    if (missing.isEmpty() && !entries.isEmpty() && count > 0) {
      lines.add(
          "It is ahead: "
              + (count == 1 ? "the one revision" : "all " + count + " revisions")
              + " here "
              + (count == 1 ? "is" : "are")
              + " applied, and it knows later ones.");
    } else if (!entries.isEmpty() && count > 0) {
      lines.add(
          "It has diverged: it knows revisions that are not here, and does not have "
              + String.join(", ", missing)
              + ".");
    } else {
      lines.add(
          "It is ahead of the "
              + count
              + " revisions here, or was upgraded from another branch: its history does not say.");
    }
    for (LogEntry entry : entries) {
      lines.add(entry.revision() + ": " + entry.what() + " at " + entry.started() + by(entry));
    }
    return lines;
  }

  private static @Nullable LogEntry newest(Connection connection, HistoryLog log, String revision)
      throws SQLException {
    return log.newest(connection, revision, 20).stream()
        .filter(LogEntry::isDone)
        .findFirst()
        .orElse(null);
  }

  private static String by(LogEntry entry) {
    String who =
        Stream.of(
                entry.systemUser() == null ? null : "by " + entry.systemUser(),
                entry.host() == null ? null : "on " + entry.host())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return who.isEmpty() ? "" : ", " + who;
  }
}
