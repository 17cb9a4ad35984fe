package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A revision as its author declares it; what follows from the other revisions is asked of {@link
 * RevisionGraph}.
 *
 * @param id unique; letters, digits, {@code _} and dots, 32 at most, and no word of selectors
 * @param downRevisions full ids of the parents, in declared order; none makes the revision a base,
 *     several make it a mergepoint
 * @param dependsOn full ids or labels of further revisions that have to be applied before
 * @param labels names of the branch that begins here
 * @param replaces ids of the revisions that it was squashed from, oldest first and its own last;
 *     empty for a revision that was not made by squashing
 * @param message what the revision is for, in one line; may be empty
 */
public record RevisionNode(
    String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> labels,
    List<String> replaces,
    String message) {

  public RevisionNode {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
    replaces = List.copyOf(replaces);
    requireNonNull(message, "message");
  }

  /** A revision that was not made by squashing. */
  public RevisionNode(
      String id,
      List<String> downRevisions,
      List<String> dependsOn,
      List<String> labels,
      String message) {
    this(id, downRevisions, dependsOn, labels, List.of(), message);
  }

  /** A revision without dependencies and labels. */
  public static RevisionNode of(String id, List<String> downRevisions, String message) {
    return new RevisionNode(id, downRevisions, List.of(), List.of(), message);
  }
}
