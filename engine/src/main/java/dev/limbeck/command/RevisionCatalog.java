package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.GraphException;
import dev.limbeck.graph.GraphProblem;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.SquashView;
import dev.limbeck.migration.Migration;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.RevisionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The revisions of a source, read once, and their graph. What is asked of it costs no further look
 * at the files; it does not see revisions that were written later.
 *
 * <p>A squash stands for the revisions that it replaces, unless it is asked for what counts {@link
 * #at a database}.
 */
public final class RevisionCatalog {
  private final RevisionSource source;
  private final List<RevisionHeader> all;
  private final SquashView view;
  private final RevisionGraph graph;
  private final Map<String, RevisionHeader> headers;

  /**
   * Reads the headers of all revisions.
   *
   * @throws LimbeckException LMB-207 where two have one id, LMB-3xx where they make no graph
   */
  RevisionCatalog(RevisionSource source) {
    this.source = source;
    this.all = source.headers();
    checkIds(all);
    this.view = SquashView.of(all.stream().map(RevisionCatalog::node).toList());
    this.graph = view.graph();
    this.headers = headers(all, graph);
  }

  private RevisionCatalog(
      RevisionSource source, List<RevisionHeader> all, SquashView view, RevisionGraph graph) {
    this.source = source;
    this.all = all;
    this.view = view;
    this.graph = graph;
    this.headers = headers(all, graph);
  }

  /** The revisions with those that squashes replace, and without squashes that are not finished. */
  static RevisionCatalog ofReplaced(RevisionSource source) {
    List<RevisionHeader> all = source.headers();
    checkIds(all);
    SquashView view = SquashView.of(all.stream().map(RevisionCatalog::node).toList());
    return new RevisionCatalog(source, all, view, view.graphOfReplaced());
  }

  private static void checkIds(List<RevisionHeader> headers) {
    Map<String, RevisionHeader> byId = new HashMap<>();
    for (RevisionHeader header : headers) {
      RevisionHeader other = byId.putIfAbsent(header.id(), header);
      if (other != null && !isSquash(header, other)) {
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
  }

  private static boolean isSquash(RevisionHeader one, RevisionHeader other) {
    return SquashView.replaces(node(one), node(other))
        || SquashView.replaces(node(other), node(one));
  }

  private static Map<String, RevisionHeader> headers(
      List<RevisionHeader> all, RevisionGraph graph) {
    Map<String, RevisionHeader> headers = new LinkedHashMap<>();
    for (RevisionHeader header : all) {
      if (graph.byId(header.id()).filter(header::isOf).isPresent()) {
        headers.put(header.id(), header);
      }
    }
    return headers;
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

  /** The squashes, and what they replace. */
  SquashView view() {
    return view;
  }

  /** What everything says of itself, both squashes and what they replace. */
  List<RevisionHeader> allHeaders() {
    return all;
  }

  /**
   * The revisions that count for a database: where it has applied a part of what a squash replaces,
   * the replaced ones count.
   *
   * @param rows the ids in its version table
   * @throws LimbeckException LMB-301 where a row is none of the revisions
   */
  public RevisionCatalog at(List<String> rows) {
    checkKnown(rows);
    return asIfAt(rows);
  }

  /**
   * The revisions that would count for a database at the beginning of a range, which somebody
   * typed; what of it names no revision, the range itself tells.
   */
  RevisionCatalog asIfAt(List<String> rows) {
    return view.open().isEmpty() ? this : new RevisionCatalog(source, all, view, view.graph(rows));
  }

  private void checkKnown(List<String> rows) {
    List<String> unknown = rows.stream().filter(row -> !isKnown(row)).toList();
    if (!unknown.isEmpty()) {
      throw new LimbeckException(
          "LMB-301",
          "The database stands at "
              + String.join(", ", unknown)
              + ", which is none of the revisions here.\n"
              + "  Its version table says so; there are "
              + all.size()
              + " revisions here, and none has that id.\n"
              + "  Was it upgraded from another branch, or by a newer release? Then work with the"
              + " revisions of that one.\n"
              + "  Where the version table is wrong, `limbeck stamp --purge REVISION` writes it anew.");
    }
  }

  /** True where a row of a version table names one of the revisions. */
  boolean isKnown(String row) {
    if (graph.byId(row).isPresent() || all.stream().anyMatch(header -> header.id().equals(row))) {
      return true;
    }
    try {
      graph.applied(List.of(row));
      return true;
    } catch (GraphException e) {
      return e.problem() != GraphProblem.UNKNOWN_REVISION;
    }
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
