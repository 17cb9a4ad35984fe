package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A script that does without Limbeck what a command does on a database.
 *
 * @param text all of it, lines ended by line feeds; to be stored in UTF-8
 * @param revisions the ids of the revisions in it, in order; none for a stamp
 * @param notes what a person should know of it, a line each
 */
public record SqlScript(String text, List<String> revisions, List<String> notes) {
  public SqlScript {
    requireNonNull(text, "text");
    revisions = List.copyOf(revisions);
    notes = List.copyOf(notes);
  }
}
