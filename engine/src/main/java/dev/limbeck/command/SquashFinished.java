package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

/**
 * Squashes whose replaced revisions are gone.
 *
 * @param ids the ids of the squashes; none where there was nothing to do
 * @param deleted the files that were deleted
 * @param changed the files in which a dependency names a squash now
 * @param notes what else is to be said, a line each
 */
public record SquashFinished(
    List<String> ids, List<Path> deleted, List<Path> changed, List<String> notes) {
  public SquashFinished {
    ids = List.copyOf(ids);
    deleted = List.copyOf(deleted);
    changed = List.copyOf(changed);
    notes = List.copyOf(notes);
  }
}
