package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A revision that follows another one now.
 *
 * @param id its id
 * @param from the ids of the revisions that it followed
 * @param to the ids of the revisions that it follows
 * @param moved the ids of the revisions above it, which moved along
 * @param files the files that were changed; none where it followed them already
 * @param notes what else is to be said, a line each
 */
public record Rebased(
    String id,
    List<String> from,
    List<String> to,
    List<String> moved,
    List<Path> files,
    List<String> notes) {
  public Rebased {
    requireNonNull(id, "id");
    from = List.copyOf(from);
    to = List.copyOf(to);
    moved = List.copyOf(moved);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }
}
