package dev.limbeck.cli;

import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says revisions: in a line, or in full. */
final class RevisionText {
  private final RevisionGraph graph;
  private final Set<String> heads;
  private final Set<String> effectiveHeads;
  private final Set<String> current;
  private final Style style;

  /**
   * @param current the ids of the revisions that the database is at; none where nobody asks
   */
  RevisionText(RevisionGraph graph, Set<String> current, Style style) {
    this.graph = graph;
    this.heads = ids(graph.heads());
    this.effectiveHeads = ids(graph.effectiveHeads());
    this.current = Set.copyOf(current);
    this.style = style;
  }

  private static Set<String> ids(List<RevisionNode> nodes) {
    return Set.copyOf(nodes.stream().map(RevisionNode::id).toList());
  }

  /** {@code 3f2a91c07b4d (head) orders get customer}. */
  String line(RevisionHeader header) {
    return (named(header) + "  " + oneLine(header.message())).stripTrailing();
  }

  /** {@code a1b2c3d4e5f6 -> 3f2a91c07b4d (head) orders get customer}. */
  String step(RevisionHeader header) {
    String parents = header.revises().isEmpty() ? "<base>" : String.join(", ", header.revises());
    return parents + " -> " + line(header);
  }

  /** As {@link #line}, for a drawing: the lines do not say what is a base. */
  String drawn(RevisionHeader header) {
    return (named(header)
            + (header.revises().isEmpty() ? " " + style.mark("(base)") : "")
            + "  "
            + oneLine(header.message()))
        .stripTrailing();
  }

  private static String oneLine(String text) {
    return String.join(" ", text.lines().map(String::strip).toList());
  }

  private String named(RevisionHeader header) {
    StringBuilder text = new StringBuilder(style.id(header.id()));
    header.branchLabels().forEach(label -> text.append(' ').append(style.label("[" + label + "]")));
    marks(header).forEach(mark -> text.append(' ').append(style.mark("(" + mark + ")")));
    return text.toString();
  }

  private List<String> marks(RevisionHeader header) {
    List<String> marks = new ArrayList<>();
    if (heads.contains(header.id())) {
      marks.add(effectiveHeads.contains(header.id()) ? "head" : "head, depended on");
    }
    if (graph.children(header.id()).size() > 1) {
      marks.add("branchpoint");
    }
    if (header.revises().size() > 1) {
      marks.add("mergepoint");
    }
    if (!header.replaces().isEmpty()) {
      marks.add("squash of " + header.replaces().size());
    }
    if (current.contains(header.id())) {
      marks.add("current");
    }
    return marks;
  }

  /** Everything, a line for each fact. */
  List<String> full(RevisionHeader header) {
    List<String> lines = new ArrayList<>();
    lines.add("Revision:    " + named(header));
    lines.add(
        "Revises:     "
            + (header.revises().isEmpty() ? "<base>" : String.join(", ", header.revises())));
    add(lines, "Depends on:  ", header.dependsOn());
    add(lines, "Replaces:    ", header.replaces());
    add(lines, "Branches:    ", List.copyOf(graph.labels(header.id())));
    add(
        lines,
        "Followed by: ",
        graph.children(header.id()).stream().map(RevisionNode::id).toList());
    if (!header.created().isEmpty()) {
      lines.add("Created:     " + header.created());
    }
    lines.add("Class:       " + header.className());
    lines.add("From:        " + header.origin());
    if (!header.message().isEmpty()) {
      lines.add("");
      header.message().lines().forEach(line -> lines.add("    " + line));
    }
    lines.add("");
    return lines;
  }

  private static void add(List<String> lines, String name, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(name + String.join(", ", values));
    }
  }
}
