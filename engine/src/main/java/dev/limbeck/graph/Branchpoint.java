package dev.limbeck.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A revision where branches begin.
 *
 * @param children the first revision of each branch, sorted by id
 */
public record Branchpoint(RevisionNode revision, List<RevisionNode> children) {
  public Branchpoint {
    requireNonNull(revision, "revision");
    children = List.copyOf(children);
  }
}
