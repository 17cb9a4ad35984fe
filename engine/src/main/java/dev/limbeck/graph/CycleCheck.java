package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Orders revisions so that each comes after what it is based on, or names a cycle. */
final class CycleCheck {

  private CycleCheck() {}

  /**
   * The revisions, each after all that the relation leads to from it.
   *
   * @throws GraphException with the problem and the cycle, where there is one
   */
  static int[] check(
      List<RevisionNode> nodes, int[][] relation, GraphProblem problem, String what) {
    int[] open = new int[relation.length];
    int[][] above = new int[relation.length][];
    int[] counts = new int[relation.length];
    for (int i = 0; i < relation.length; i++) {
      open[i] = relation[i].length;
      for (int below : relation[i]) {
        counts[below]++;
      }
    }
    int[] order = new int[relation.length];
    int found = 0;
    for (int i = 0; i < relation.length; i++) {
      above[i] = new int[counts[i]];
      if (open[i] == 0) {
        order[found++] = i;
      }
    }
    for (int i = 0; i < relation.length; i++) {
      for (int below : relation[i]) {
        above[below][--counts[below]] = i;
      }
    }
    for (int next = 0; next < found; next++) {
      for (int dependent : above[order[next]]) {
        if (--open[dependent] == 0) {
          order[found++] = dependent;
        }
      }
    }
    if (found < relation.length) {
      throw new GraphException(
          problem,
          what + " " + GraphException.list(cycle(nodes, relation, open)) + ".",
          "Each is based on the next, and the last on the first.",
          "A revision has to name an older one; correct the reference that was edited last.");
    }
    return order;
  }

  /**
   * Walks from any revision that was not reached: it has a prerequisite that was not, and so on.
   */
  private static List<String> cycle(List<RevisionNode> nodes, int[][] relation, int[] open) {
    int[] position = new int[relation.length];
    List<String> path = new ArrayList<>();
    int revision = 0;
    while (open[revision] == 0) {
      revision++;
    }
    while (position[revision] == 0) {
      path.add(nodes.get(revision).id());
      position[revision] = path.size();
      for (int below : relation[revision]) {
        if (open[below] > 0) {
          revision = below;
          break;
        }
      }
    }
    List<String> cycle = new ArrayList<>(path.subList(position[revision] - 1, path.size()));
    Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
    return cycle;
  }
}
