package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.RevisionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The revisions of a source and their graph, read anew for each question. */
final class RevisionCatalog {
  private final RevisionSource source;

  RevisionCatalog(RevisionSource source) {
    this.source = source;
  }

  RevisionSource source() {
    return source;
  }

  /** The graph of all revisions. */
  RevisionGraph graph() {
    List<RevisionHeader> headers = source.headers();
    Map<String, RevisionHeader> byId = new HashMap<>();
    for (RevisionHeader header : headers) {
      RevisionHeader other = byId.putIfAbsent(header.id(), header);
      if (other != null) {
        throw new LimbeckException(
            "LMB-207",
            "Two revisions have the id "
                + header.id()
                + ".\n  "
                + other.origin()
                + "\n  "
                + header.origin()
                + "\n  Give one of them another id.");
      }
    }
    return RevisionGraph.of(headers.stream().map(RevisionCatalog::node).toList());
  }

  private static RevisionNode node(RevisionHeader header) {
    return new RevisionNode(
        header.id(),
        header.revises(),
        header.dependsOn(),
        header.branchLabels(),
        header.replaces(),
        header.message());
  }

  /** What the revision of an id says of itself. */
  RevisionHeader header(String id) {
    return headersById().get(id);
  }

  /** What these revisions say of themselves. */
  List<RevisionHeader> headers(List<RevisionNode> nodes) {
    Map<String, RevisionHeader> byId = headersById();
    return nodes.stream().map(node -> byId.get(node.id())).toList();
  }

  private Map<String, RevisionHeader> headersById() {
    Map<String, RevisionHeader> byId = new HashMap<>();
    source.headers().forEach(header -> byId.put(header.id(), header));
    return byId;
  }

  /** The migrations of these revisions, in the same order. */
  List<Migration> migrations(List<RevisionNode> nodes) {
    Map<String, Migration> loaded = source.migrations(nodes);
    List<Migration> migrations = new ArrayList<>();
    for (RevisionNode node : nodes) {
      migrations.add(loaded.get(node.id()));
    }
    return migrations;
  }
}
