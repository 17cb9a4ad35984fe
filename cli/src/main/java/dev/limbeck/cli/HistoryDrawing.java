package dev.limbeck.cli;

import dev.limbeck.cli.drawing.DrawnRevision;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.RevisionHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Revisions as knots of a drawing. */
final class HistoryDrawing {
  private static final char KNOT = '*';
  private static final char LEFT_OUT = '~';

  private final RevisionGraph graph;
  private final Function<RevisionHeader, List<String>> text;

  /**
   * @param text what stands beside a revision
   */
  HistoryDrawing(RevisionGraph graph, Function<RevisionHeader, List<String>> text) {
    this.graph = graph;
    this.text = text;
  }

  /** All of these revisions, in their order. */
  List<DrawnRevision> all(List<RevisionHeader> revisions) {
    return revisions.stream().map(this::knot).toList();
  }

  private DrawnRevision knot(RevisionHeader header) {
    return new DrawnRevision(
        header.id(), KNOT, header.revises(), dependencies(header.id()), text.apply(header));
  }

  private List<String> dependencies(String id) {
    Set<String> needed = new LinkedHashSet<>();
    graph.prerequisites(id).forEach(each -> needed.add(each.id()));
    graph.parents(id).forEach(parent -> needed.remove(parent.id()));
    return List.copyOf(needed);
  }

  /**
   * Where branches begin, meet and end: a run of several revisions in between, which nothing leaves
   * and nothing joins, is one knot.
   *
   * @param revisions newest first
   * @param kept the ids of revisions that are drawn in any case
   */
  List<DrawnRevision> branches(List<RevisionHeader> revisions, Set<String> kept) {
    Set<String> fixed = new HashSet<>(kept);
    revisions.forEach(header -> fixed.addAll(dependencies(header.id())));
    Map<String, List<String>> runs = new HashMap<>();
    Map<String, String> runOf = new HashMap<>();
    for (RevisionHeader header : revisions) {
      if (isWithin(header, fixed)) {
        String child = graph.children(header.id()).get(0).id();
        String run = runOf.getOrDefault(child, header.id());
        runOf.put(header.id(), run);
        runs.computeIfAbsent(run, key -> new ArrayList<>()).add(header.id());
      }
    }
    Set<String> inside = new HashSet<>();
    List<DrawnRevision> drawn = new ArrayList<>();
    for (RevisionHeader header : revisions) {
      List<String> run = runs.getOrDefault(header.id(), List.of());
      if (inside.contains(header.id())) {
        continue;
      }
      if (run.size() > 1) {
        inside.addAll(run);
        String last = run.get(run.size() - 1);
        drawn.add(
            new DrawnRevision(
                header.id(),
                LEFT_OUT,
                graph.parents(last).stream().map(RevisionNode::id).toList(),
                List.of(),
                List.of(run.size() + " revisions")));
      } else {
        drawn.add(knot(header));
      }
    }
    return drawn;
  }

  /** True for a revision between one parent and one child, with nothing else to it. */
  private boolean isWithin(RevisionHeader header, Set<String> fixed) {
    String id = header.id();
    List<RevisionNode> children = graph.children(id);
    return header.revises().size() == 1
        && header.dependsOn().isEmpty()
        && header.branchLabels().isEmpty()
        && children.size() == 1
        && graph.children(header.revises().get(0)).size() == 1
        && children.get(0).downRevisions().size() == 1
        && !fixed.contains(id);
  }
}
