package dev.limbeck.cli.drawing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A knot of a drawing.
 *
 * @param id what the others name it by
 * @param symbol what stands in its lane
 * @param parents the knots that it follows; those that are not drawn are left out
 * @param dependencies further knots that it needs; those that are not drawn are left out
 * @param text what stands beside it; at least a line
 */
public record DrawnRevision(
    String id, char symbol, List<String> parents, List<String> dependencies, List<String> text) {
  public DrawnRevision {
    requireNonNull(id, "id");
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
    text = List.copyOf(text);
  }
}
