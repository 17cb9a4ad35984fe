package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Turns what is asked for into the declaration of a new revision, or says why it cannot be. */
final class DraftCheck {

  private final GraphIndex graph;
  private final RevisionResolver resolver;

  DraftCheck(GraphIndex graph, RevisionResolver resolver) {
    this.graph = graph;
    this.resolver = resolver;
  }

  RevisionNode resolve(RevisionDraft draft) {
    GraphLoader.checkId(draft.id());
    List<Integer> parents = resolver.all(draft.heads());
    if (new HashSet<>(parents).size() < parents.size()) {
      throw new GraphException(
          GraphProblem.DUPLICATE_HEADS,
          "The new revision would have the same parent twice.",
          "The parents are " + GraphException.list(graph.ids(parents)) + ".",
          "Name each only once.");
    }
    if (!draft.splice()) {
      parents.forEach(this::checkHead);
    }
    List<String> dependencies = new ArrayList<>();
    for (String selector : draft.dependsOn()) {
      dependencies.add(dependency(selector));
    }
    RevisionNode node =
        new RevisionNode(
            draft.id(), graph.ids(parents), dependencies, draft.labels(), draft.message());
    List<RevisionNode> together = new ArrayList<>(graph.nodes());
    together.add(node);
    GraphLoader.load(together);
    return node;
  }

  private void checkHead(int parent) {
    int[] children = graph.children()[parent];
    if (children.length > 0) {
      List<Integer> above = new ArrayList<>();
      for (int child : children) {
        above.add(child);
      }
      throw new GraphException(
          GraphProblem.NOT_A_HEAD,
          "Revision " + graph.id(parent) + " is not a head.",
          "It has children already: " + GraphException.list(graph.ids(above)) + ".",
          "Name a head, or begin a new branch there with --splice.");
    }
  }

  /** A label stays a label, so that the dependency follows it; all else becomes a full id. */
  private String dependency(String selector) {
    int revision = resolver.one(selector);
    if (revision == GraphIndex.EMPTY) {
      throw new GraphException(
          GraphProblem.UNKNOWN_REVISION,
          "'" + selector + "' is no revision that another can depend on.",
          "It means the empty state.",
          "Leave it out, or name a revision.");
    }
    return graph.labels().get(revision).contains(selector) ? selector : graph.id(revision);
  }
}
