package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is asked for when a revision is to be written.
 *
 * @param heads selectors of the parents; {@code head} for the usual case, {@code base} for a new
 *     root, several for a merge
 * @param splice whether the parents may have children already, so that a branch begins
 * @param labels names for the branch that begins with the revision
 * @param dependsOn selectors of further revisions that it needs
 */
public record RevisionDraft(
    String id,
    List<String> heads,
    boolean splice,
    List<String> labels,
    List<String> dependsOn,
    String message) {

  public RevisionDraft {
    requireNonNull(id, "id");
    heads = List.copyOf(heads);
    labels = List.copyOf(labels);
    dependsOn = List.copyOf(dependsOn);
    requireNonNull(message, "message");
  }

  /** A revision on top of the only head. */
  public static RevisionDraft onHead(String id, String message) {
    return new RevisionDraft(id, List.of(Selector.HEAD), false, List.of(), List.of(), message);
  }

  /** A revision that joins others. */
  public static RevisionDraft merging(String id, List<String> heads, String message) {
    return new RevisionDraft(id, heads, false, List.of(), List.of(), message);
  }
}
