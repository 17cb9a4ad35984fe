package dev.limbeck.source;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What can be said of a revision without running it.
 *
 * @param id its id
 * @param revises the ids of the revisions that it follows
 * @param dependsOn further revisions, by id or branch label, that have to be applied before
 * @param branchLabels the names of the branch that begins with it
 * @param created when it was made, in ISO 8601, or empty
 * @param message what it does, in a line, or empty
 * @param className the full name of its class
 * @param origin where it was found: a file or a class path entry
 */
public record RevisionHeader(
    String id,
    List<String> revises,
    List<String> dependsOn,
    List<String> branchLabels,
    String created,
    String message,
    String className,
    String origin) {
  public RevisionHeader {
    requireNonNull(id, "id");
    revises = List.copyOf(revises);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    requireNonNull(created, "created");
    requireNonNull(message, "message");
    requireNonNull(className, "className");
    requireNonNull(origin, "origin");
  }
}
