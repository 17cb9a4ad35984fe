package dev.limbeck.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Revisions in the language of Graphviz ({@code dot}); lines of dependencies are dashed. */
public final class GraphvizText {
  private GraphvizText() {}

  /** The lines of the file, in the order of the revisions. */
  public static List<String> lines(List<DrawnRevision> revisions) {
    Set<String> drawn =
        revisions.stream().map(DrawnRevision::id).collect(Collectors.toUnmodifiableSet());
    List<String> lines = new ArrayList<>();
    lines.add("digraph revisions {");
    lines.add("  rankdir=BT;");
    lines.add("  node [shape=box, fontname=\"monospace\"];");
    for (DrawnRevision revision : revisions) {
      lines.add(
          "  "
              + quoted(revision.id())
              + " [label="
              + quoted(String.join("\n", revision.text()))
              + "];");
    }
    for (DrawnRevision revision : revisions) {
      for (String parent : revision.parents()) {
        if (drawn.contains(parent)) {
          lines.add("  " + quoted(parent) + " -> " + quoted(revision.id()) + ";");
        }
      }
      for (String needed : revision.dependencies()) {
        if (drawn.contains(needed)) {
          lines.add("  " + quoted(needed) + " -> " + quoted(revision.id()) + " [style=dashed];");
        }
      }
    }
    lines.add("}");
    return lines;
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "").replace("\n", "\\n")
        + "\"";
  }
}
