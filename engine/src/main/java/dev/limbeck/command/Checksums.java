package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.runtime.Deployer;
import dev.limbeck.runtime.HistoryEntry;
import dev.limbeck.runtime.HistoryTable;
import dev.limbeck.source.ContentHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds revisions that say something else now than when they were applied. What nobody wrote down
 * is not compared: revisions that were stamped, or applied by a Limbeck without a history, or
 * squashed since.
 */
record Checksums(RevisionCatalog catalog, HistoryTable history) {

  /** How closely to look. */
  enum Look {
    /** Only at revisions whose source or class is not the one that was applied. */
    AT_CONTENT,
    /** At what every revision does, which may depend on other files too. */
    AT_OPERATIONS
  }

  /** What was found. */
  record Found(List<ChangedRevision> changed, Map<Long, ContentHash> unchanged) {}

  /**
   * Compares revisions with what they were when they were applied. Reads the history once, and
   * operations where it has to.
   *
   * @param applied applied revisions
   */
  Found find(Connection connection, List<RevisionNode> applied, Look look) throws SQLException {
    Map<String, HistoryEntry> entries = history.newest(connection);
    if (entries.isEmpty()) {
      return new Found(List.of(), Map.of());
    }
    List<RevisionNode> known =
        applied.stream()
            .filter(node -> entries.containsKey(node.id()))
            .filter(node -> entries.get(node.id()).hasOperations())
            .toList();
    Map<String, ContentHash> hashes = catalog.source().hashes(known);
    List<RevisionNode> suspects =
        known.stream()
            .filter(
                node ->
                    look == Look.AT_OPERATIONS
                        || !entries.get(node.id()).has(hashes.get(node.id())))
            .toList();
    return compare(connection, suspects, entries, hashes);
  }

  private Found compare(
      Connection connection,
      List<RevisionNode> suspects,
      Map<String, HistoryEntry> entries,
      Map<String, ContentHash> hashes)
      throws SQLException {
    List<RevisionNode> comparable = new ArrayList<>();
    List<CanonicalRevision> applied = new ArrayList<>();
    Map<Long, String> texts =
        history.operations(
            connection, suspects.stream().map(node -> entries.get(node.id()).id()).toList());
    for (RevisionNode node : suspects) {
      CanonicalRevision before = CanonicalRevision.parse(texts.get(entries.get(node.id()).id()));
      if (before.replaces().equals(node.replaces())) {
        comparable.add(node);
        applied.add(before);
      }
    }
    List<Migration> migrations = catalog.migrations(comparable);
    List<ChangedRevision> changed = new ArrayList<>();
    Map<Long, ContentHash> unchanged = new HashMap<>();
    for (int i = 0; i < comparable.size(); i++) {
      RevisionNode node = comparable.get(i);
      HistoryEntry entry = entries.get(node.id());
      CanonicalRevision now = recorded(node, migrations.get(i));
      ContentHash hash = hashes.get(node.id());
      if (!now.isSameAs(applied.get(i))) {
        changed.add(
            new ChangedRevision(catalog.header(node.id()), entry.started(), applied.get(i), now));
      } else if (hash != null && !entry.has(hash)) {
        unchanged.put(entry.id(), hash);
      }
    }
    return new Found(List.copyOf(changed), unchanged);
  }

  private static CanonicalRevision recorded(RevisionNode node, Migration migration) {
    try {
      return CanonicalRevision.record(migration, node.replaces());
    } catch (LimbeckException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new LimbeckException(
          "LMB-206",
          "The upgrade of revision "
              + node.id()
              + ", which is applied already, fails now.\n  "
              + e
              + "\n  Restore its file as it was.",
          e);
    }
  }

  /**
   * Refuses to go on where an applied revision was changed; keeps the hashes of those that only
   * look different.
   *
   * @throws LimbeckException LMB-240 with all that were changed
   */
  void demand(Connection connection, List<String> rows, Deployer deployer) throws SQLException {
    Found found = find(connection, catalog.graph().applied(rows), Look.AT_CONTENT);
    if (!found.changed().isEmpty()) {
      throw changed(found.changed());
    }
    if (!found.unchanged().isEmpty()) {
      remember(connection, found.unchanged(), deployer);
    }
  }

  private void remember(Connection connection, Map<Long, ContentHash> hashes, Deployer deployer) {
    try {
      deployer.transaction(
          connection,
          same -> {
            history.remember(same, hashes);
            return hashes.size();
          });
    } catch (SQLException e) {
      System.getLogger(Checksums.class.getName())
          .log(System.Logger.Level.DEBUG, "Looked at again the next time: " + hashes.keySet(), e);
    }
  }

  private static LimbeckException changed(List<ChangedRevision> changed) {
    String found =
        changed.stream()
            .flatMap(revision -> revision.report().stream())
            .map(line -> "\n  " + line)
            .collect(Collectors.joining());
    String ids =
        changed.stream()
            .map(revision -> "`limbeck repair " + revision.header().id() + "`")
            .collect(Collectors.joining(", "));
    return new LimbeckException(
        "LMB-240",
        (changed.size() == 1
                ? "A revision was changed after it was applied."
                : changed.size() + " revisions were changed after they were applied.")
            + found
            + "\n  Nothing was run. Restore what was there, and put the change into a new revision;"
            + "\n  or accept what it says now: "
            + ids
            + ".");
  }
}
