package dev.limbeck.cli.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Revisions as a flowchart of Mermaid; lines of dependencies are dotted. Knots are numbered, since
 * an id could be a word of that language.
 */
public final class MermaidText {
  private MermaidText() {}

  /** The lines of the file, in the order of the revisions. */
  public static List<String> lines(List<DrawnRevision> revisions) {
    Map<String, String> names = new HashMap<>();
    List<String> lines = new ArrayList<>();
    lines.add("flowchart BT");
    for (DrawnRevision revision : revisions) {
      String name = "r" + names.size();
      names.put(revision.id(), name);
      lines.add(
          "  "
              + name
              + "[\""
              + String.join("<br>", revision.text().stream().map(MermaidText::escaped).toList())
              + "\"]");
    }
    for (DrawnRevision revision : revisions) {
      String name = names.get(revision.id());
      for (String parent : revision.parents()) {
        if (names.containsKey(parent)) {
          lines.add("  " + names.get(parent) + " --> " + name);
        }
      }
      for (String needed : revision.dependencies()) {
        if (names.containsKey(needed)) {
          lines.add("  " + names.get(needed) + " -.-> " + name);
        }
      }
    }
    return lines;
  }

  /** With the codes of characters that have a meaning in Mermaid, Markdown or HTML. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if ("\"#&<>`\\*_~[]{}|;".indexOf(point) >= 0 || point < ' ') {
                escaped.append('#').append(point).append(';');
              } else {
                escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }
}
