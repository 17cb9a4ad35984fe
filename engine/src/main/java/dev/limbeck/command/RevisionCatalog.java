package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.RevisionSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The revisions of a source, read once, and their graph. What is asked of it costs no further look
 * at the files; it does not see revisions that were written later.
 */
public final class RevisionCatalog {
  private final RevisionSource source;
  private final Map<String, RevisionHeader> headers;
  private final RevisionGraph graph;

  /**
   * Reads the headers of all revisions.
   *
   * @throws LimbeckException LMB-207 where two have one id, LMB-3xx where they make no graph
   */
  RevisionCatalog(RevisionSource source) {
    this.source = source;
    this.headers = byId(source.headers());
    this.graph = RevisionGraph.of(headers.values().stream().map(RevisionCatalog::node).toList());
  }

  private static Map<String, RevisionHeader> byId(List<RevisionHeader> headers) {
    Map<String, RevisionHeader> byId = new LinkedHashMap<>();
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
    return byId;
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

  RevisionSource source() {
    return source;
  }

  /** The graph of all revisions. */
  public RevisionGraph graph() {
    return graph;
  }

  /** What all revisions say of themselves, in the order of their file or class names. */
  public List<RevisionHeader> headers() {
    return List.copyOf(headers.values());
  }

  /**
   * What the revision with exactly that id says of itself.
   *
   * @throws IllegalArgumentException where there is none
   */
  public RevisionHeader header(String id) {
    RevisionHeader header = headers.get(id);
    if (header == null) {
      throw new IllegalArgumentException("no revision " + id);
    }
    return header;
  }

  /** What these revisions say of themselves. */
  public List<RevisionHeader> headers(List<RevisionNode> nodes) {
    return nodes.stream().map(node -> header(node.id())).toList();
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
