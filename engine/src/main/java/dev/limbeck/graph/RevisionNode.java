package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A revision as its author declares it; what follows from the other revisions is asked of {@link
 * RevisionGraph}.
 *
 * @param id unique; {@code @ - + :} are not allowed in it, since selectors use them
 * @param downRevisions full ids of the parents, in declared order; none makes the revision a base,
 *     several make it a mergepoint
 * @param dependsOn full ids or labels of further revisions that have to be applied before
 * @param labels names of the branch that begins here
 * @param message what the revision is for, in one line; may be empty
 */
public record RevisionNode(
    String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> labels,
    String message) {

  public RevisionNode {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
    requireNonNull(message, "message");
  }

  /** A revision without dependencies and labels. */
  public static RevisionNode of(String id, List<String> downRevisions, String message) {
    return new RevisionNode(id, downRevisions, List.of(), List.of(), message);
  }
}
