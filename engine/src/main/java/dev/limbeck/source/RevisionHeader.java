package dev.limbeck.source;

import static java.util.Objects.requireNonNull;

import dev.limbeck.graph.RevisionNode;
import java.util.List;

/**
 * What can be said of a revision without running it.
 *
 * @param id its id
 * @param revises the ids of the revisions that it follows
 * @param dependsOn further revisions, by id or branch label, that have to be applied before
 * @param branchLabels the names of the branch that begins with it
 * @param replaces the ids of the revisions that it was squashed from, oldest first and its own
 *     last; empty for a revision that was not made by squashing
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
    List<String> replaces,
    String created,
    String message,
    String className,
    String origin) {
  public RevisionHeader {
    requireNonNull(id, "id");
    revises = List.copyOf(revises);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    replaces = List.copyOf(replaces);
    requireNonNull(created, "created");
    requireNonNull(message, "message");
    requireNonNull(className, "className");
    requireNonNull(origin, "origin");
  }

  /**
   * Whether it is the header of this very revision: a squash and the last revision that it replaces
   * have the same id.
   */
  public boolean isOf(RevisionNode revision) {
    return id.equals(revision.id()) && replaces.equals(revision.replaces());
  }

  /** A revision that was not made by squashing. */
  public RevisionHeader(
      String id,
      List<String> revises,
      List<String> dependsOn,
      List<String> branchLabels,
      String created,
      String message,
      String className,
      String origin) {
    this(id, revises, dependsOn, branchLabels, List.of(), created, message, className, origin);
  }
}
