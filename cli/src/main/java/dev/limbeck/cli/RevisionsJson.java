package dev.limbeck.cli;

import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Revisions as JSON, an object a line. */
final class RevisionsJson {
  private final RevisionGraph graph;
  private final Set<String> heads;
  private final @Nullable Set<String> current;
  private final Function<String, String> shownOrigin;

  /**
   * @param current the ids of the revisions that the database is at; null where nobody asked it
   * @param shownOrigin how the place of a revision is shown
   */
  RevisionsJson(
      RevisionGraph graph, @Nullable Set<String> current, Function<String, String> shownOrigin) {
    this.graph = graph;
    this.heads = ids(graph.heads());
    this.current = current;
    this.shownOrigin = shownOrigin;
  }

  private static Set<String> ids(List<RevisionNode> nodes) {
    return nodes.stream().map(RevisionNode::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The lines of an object with these revisions, in their order. */
  List<String> lines(List<RevisionHeader> revisions) {
    List<String> lines = new ArrayList<>();
    lines.add("{");
    lines.add("  \"revisions\": [");
    for (int i = 0; i < revisions.size(); i++) {
      lines.add("    " + object(revisions.get(i)) + (i + 1 < revisions.size() ? "," : ""));
    }
    lines.add("  ]");
    lines.add("}");
    return lines;
  }

  private String object(RevisionHeader header) {
    String id = header.id();
    List<String> children = graph.children(id).stream().map(RevisionNode::id).toList();
    return "{\"id\": "
        + JsonText.of(id)
        + ", \"revises\": "
        + JsonText.of(header.revises())
        + ", \"dependsOn\": "
        + JsonText.of(header.dependsOn())
        + ", \"replaces\": "
        + JsonText.of(header.replaces())
        + ", \"branchLabels\": "
        + JsonText.of(header.branchLabels())
        + ", \"branches\": "
        + JsonText.of(List.copyOf(graph.labels(id)))
        + ", \"followedBy\": "
        + JsonText.of(children)
        + ", \"base\": "
        + header.revises().isEmpty()
        + ", \"head\": "
        + heads.contains(id)
        + ", \"branchpoint\": "
        + (children.size() > 1)
        + ", \"mergepoint\": "
        + (header.revises().size() > 1)
        + ", \"current\": "
        + (current == null ? "null" : current.contains(id))
        + ", \"message\": "
        + JsonText.of(header.message())
        + ", \"created\": "
        + JsonText.of(header.created().isEmpty() ? null : header.created())
        + ", \"class\": "
        + JsonText.of(header.className())
        + ", \"from\": "
        + JsonText.of(shownOrigin.apply(header.origin()))
        + "}";
  }
}
