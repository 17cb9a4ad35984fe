package dev.limbeck.command;

import dev.limbeck.source.RevisionHeader;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param rows the ids in the version table
 * @param revisions the revisions that nothing applied is based on
 * @param atHead true where nothing is left to upgrade
 */
public record Current(List<String> rows, List<RevisionHeader> revisions, boolean atHead) {
  public Current {
    rows = List.copyOf(rows);
    revisions = List.copyOf(revisions);
  }
}
