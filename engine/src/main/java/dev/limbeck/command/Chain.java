package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.SquashView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Revisions of which each but the last is followed by the next and by no other.
 *
 * @param revisions oldest first; at least two
 */
record Chain(List<RevisionNode> revisions) {
  Chain {
    revisions = List.copyOf(revisions);
  }

  /**
   * The chain of a range.
   *
   * @throws LimbeckException LMB-267 where it is no chain, or too short
   */
  static Chain of(RevisionGraph graph, String range) {
    int colon = range.indexOf(':');
    if (colon < 0 || range.indexOf(':', colon + 1) >= 0) {
      throw no(range, "It is no range of the form first:last.", "For example a1b2:3f2a.");
    }
    String from = range.substring(0, colon).strip();
    String to = range.substring(colon + 1).strip();
    boolean fromBase = from.isEmpty() || from.equals("base");
    RevisionNode last = graph.get(to.isEmpty() ? "head" : to);
    RevisionNode first = fromBase ? null : graph.get(from);
    List<RevisionNode> found = new ArrayList<>(List.of(last));
    for (RevisionNode node = last; !node.equals(first); ) {
      List<RevisionNode> parents = graph.parents(node.id());
      if (parents.isEmpty() && fromBase) {
        break;
      }
      if (parents.size() > 1) {
        throw no(
            range,
            node.id() + " is a merge, so more than one line leads up to it.",
            "Begin the range at " + node.id() + " or above it.");
      }
      if (parents.isEmpty()) {
        throw no(
            range, from + " is not below " + last.id() + " on its line.", "See `limbeck history`.");
      }
      node = parents.get(0);
      checkNoBranch(graph, range, node, found.get(found.size() - 1));
      found.add(node);
    }
    if (found.size() < 2) {
      throw no(range, "It is one revision only.", "Name the first and the last of several.");
    }
    Collections.reverse(found);
    Chain chain = new Chain(found);
    chain.checkNothingBetween(graph, range);
    return chain;
  }

  private static void checkNoBranch(
      RevisionGraph graph, String range, RevisionNode node, RevisionNode next) {
    for (RevisionNode child : graph.children(node.id())) {
      if (!child.equals(next)) {
        throw no(
            range,
            "Another branch leaves it: " + child.id() + " follows " + node.id() + ".",
            "End the range at " + node.id() + ", or begin it at " + next.id() + ".");
      }
    }
  }

  /** Nothing may need one of the chain and be needed by a later one. */
  private void checkNothingBetween(RevisionGraph graph, String range) {
    Set<RevisionNode> below = new LinkedHashSet<>(graph.applied(List.of(last().id())));
    below.removeAll(revisions);
    for (RevisionNode node : below) {
      Set<RevisionNode> needed = new HashSet<>(graph.applied(List.of(node.id())));
      needed.retainAll(revisions);
      if (!needed.isEmpty()) {
        throw no(
            range,
            node.id()
                + " stands between them: it needs "
                + needed.iterator().next().id()
                + ", and a later one needs it.",
            "End the range before that, or begin it after.");
      }
    }
  }

  /** No squash may take part whose replaced revisions are still there. */
  void checkFinished(SquashView view) {
    for (RevisionNode node : revisions) {
      if (!view.replacedBy(node).isEmpty()) {
        throw new LimbeckException(
            "LMB-264",
            "Revision "
                + node.id()
                + " is a squash that is not finished.\n  Run `limbeck squash --finish "
                + node.id()
                + "` first, or delete its file.");
      }
    }
  }

  RevisionNode first() {
    return revisions.get(0);
  }

  RevisionNode last() {
    return revisions.get(revisions.size() - 1);
  }

  List<String> ids() {
    return revisions.stream().map(RevisionNode::id).toList();
  }

  /** The ids of all that a squash of the chain replaces: those of earlier squashes too. */
  List<String> replaces() {
    Set<String> ids = new LinkedHashSet<>();
    for (RevisionNode node : revisions) {
      ids.addAll(node.replaces());
      ids.add(node.id());
    }
    return List.copyOf(ids);
  }

  private static LimbeckException no(String range, String reason, String advice) {
    return new LimbeckException(
        "LMB-267", "The revisions " + range + " cannot become one.\n  " + reason + "\n  " + advice);
  }
}
