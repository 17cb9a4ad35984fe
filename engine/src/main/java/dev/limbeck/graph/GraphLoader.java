package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks a list of revisions and makes the {@link GraphIndex} of it. */
final class GraphLoader {

  private final List<RevisionNode> nodes;
  private final Map<String, Integer> idToIndex = new HashMap<>();
  private final Map<String, Integer> labelToIndex = new HashMap<>();

  private GraphLoader(List<RevisionNode> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /**
   * @throws GraphException with all violations of the first kind that is found
   */
  static GraphIndex load(List<RevisionNode> nodes) {
    return new GraphLoader(nodes).load();
  }

  private GraphIndex load() {
    checkSelfLoops();
    checkIds();
    collectLabels();
    int[][] parents = new int[nodes.size()][];
    int[][] requirements = new int[nodes.size()][];
    resolveReferences(parents, requirements);
    CycleCheck.check(
        nodes, parents, GraphProblem.CYCLE, "The down revisions of the revisions form a cycle:");
    int[] order =
        CycleCheck.check(
            nodes,
            requirements,
            GraphProblem.DEPENDENCY_CYCLE,
            "The down revisions and dependencies of the revisions form a cycle:");
    int[][] children = inverse(parents);
    int[][] dependents = inverse(requirements);
    return new GraphIndex(
        nodes,
        Map.copyOf(idToIndex),
        Map.copyOf(labelToIndex),
        parents,
        children,
        requirements,
        dependents,
        prerequisites(parents, children, requirements),
        propagateLabels(order, parents, children, dependents));
  }

  private void checkSelfLoops() {
    List<String> loops = new ArrayList<>();
    List<String> dependencyLoops = new ArrayList<>();
    for (RevisionNode node : nodes) {
      if (node.downRevisions().contains(node.id())) {
        loops.add(node.id());
      }
      if (node.dependsOn().contains(node.id())) {
        dependencyLoops.add(node.id());
      }
    }
    if (!loops.isEmpty()) {
      throw new GraphException(
          GraphProblem.SELF_LOOP,
          "A revision names itself as its down revision: " + GraphException.list(loops) + ".",
          "Correct its `revises`, or give the revision an id of its own.");
    }
    if (!dependencyLoops.isEmpty()) {
      throw new GraphException(
          GraphProblem.DEPENDENCY_SELF_LOOP,
          "A revision depends on itself: " + GraphException.list(dependencyLoops) + ".",
          "Correct its `dependsOn`.");
    }
  }

  private void checkIds() {
    List<String> illegal = new ArrayList<>();
    Set<String> duplicates = new LinkedHashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      String id = nodes.get(i).id();
      if (!NameRules.isId(id)) {
        illegal.add("'" + id + "'");
      }
      if (idToIndex.putIfAbsent(id, i) != null) {
        duplicates.add(id);
      }
    }
    if (!illegal.isEmpty()) {
      throw illegalIds(illegal);
    }
    if (!duplicates.isEmpty()) {
      throw new GraphException(
          GraphProblem.DUPLICATE_ID,
          "Several revisions have the same id: "
              + GraphException.list(List.copyOf(duplicates))
              + ".",
          "Probably a file was copied; give the copy an id of its own, or remove it.");
    }
  }

  /**
   * @throws GraphException {@link GraphProblem#ILLEGAL_ID} where no revision may have that id
   */
  static void checkId(String id) {
    if (!NameRules.isId(id)) {
      throw illegalIds(List.of("'" + id + "'"));
    }
  }

  private static GraphException illegalIds(List<String> ids) {
    return new GraphException(
        GraphProblem.ILLEGAL_ID,
        "This cannot be the id of a revision: " + GraphException.list(ids) + ".",
        "An id has letters, digits, _ and dots, "
            + NameRules.LONGEST_ID
            + " at most, and is none of the words that selectors use: "
            + String.join(", ", NameRules.RESERVED)
            + ".",
        "Choose another id.");
  }

  private void collectLabels() {
    List<String> illegal = new ArrayList<>();
    List<String> duplicates = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (String label : nodes.get(i).labels()) {
        if (!NameRules.isLabel(label)) {
          illegal.add("'%s' of %s".formatted(label, nodes.get(i).id()));
        }
        Integer namesake = idToIndex.get(label);
        Integer other = namesake == null ? labelToIndex.putIfAbsent(label, i) : namesake;
        if (other != null) {
          duplicates.add(
              "'%s' of %s, also of %s".formatted(label, nodes.get(i).id(), nodes.get(other).id()));
        }
      }
    }
    if (!illegal.isEmpty()) {
      throw new GraphException(
          GraphProblem.ILLEGAL_LABEL,
          "This cannot be the label of a branch: " + GraphException.list(illegal) + ".",
          "A label has letters, digits, _, dots, and - before a letter, and is none of the words that"
              + " selectors use: "
              + String.join(", ", NameRules.RESERVED)
              + ".",
          "Choose another label.");
    }
    if (!duplicates.isEmpty()) {
      throw new GraphException(
          GraphProblem.DUPLICATE_LABEL,
          "A branch label is used twice, or equals a revision id: "
              + GraphException.list(duplicates)
              + ".",
          "A label names one revision and the branch that begins there; rename one of them.");
    }
  }

  private void resolveReferences(int[][] parents, int[][] requirements) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      RevisionNode node = nodes.get(i);
      Set<Integer> resolved = new LinkedHashSet<>();
      for (String down : node.downRevisions()) {
        Integer parent = idToIndex.get(down);
        if (parent == null) {
          missing.add("%s revises '%s'".formatted(node.id(), down));
        } else {
          resolved.add(parent);
        }
      }
      parents[i] = array(resolved);
      for (String dependency : node.dependsOn()) {
        Integer required = idToIndex.getOrDefault(dependency, labelToIndex.get(dependency));
        if (required == null) {
          missing.add("%s depends on '%s'".formatted(node.id(), dependency));
        } else {
          resolved.add(required);
        }
      }
      requirements[i] = array(resolved);
    }
    if (!missing.isEmpty()) {
      throw new GraphException(
          GraphProblem.MISSING_REVISION,
          "A revision names another that does not exist: " + GraphException.list(missing) + ".",
          "A file was removed, is in a directory that is not configured, or was not merged yet.",
          "Down revisions are full ids; dependencies are full ids or labels.");
    }
  }

  private static int[] array(Set<Integer> revisions) {
    return revisions.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[][] inverse(int[][] relation) {
    int[] counts = new int[relation.length];
    for (int[] targets : relation) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] inverse = new int[relation.length][];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = new int[counts[i]];
      counts[i] = 0;
    }
    for (int i = 0; i < relation.length; i++) {
      for (int target : relation[i]) {
        inverse[target][counts[target]++] = i;
      }
    }
    return inverse;
  }

  /**
   * Leaves out a dependency that a version ancestor declares too. Only what is declared by several
   * revisions can be left out, so each such target costs one pass over what is above its declarers.
   */
  private int[][] prerequisites(int[][] parents, int[][] children, int[][] requirements) {
    Map<Integer, List<Integer>> declarers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int dependency : dependencies(i)) {
        declarers.computeIfAbsent(dependency, unused -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, Set<Integer>> dropped = new HashMap<>();
    declarers.forEach(
        (dependency, declaring) -> {
          if (declaring.size() > 1) {
            List<Integer> above = new ArrayList<>();
            for (int declarer : declaring) {
              for (int child : children[declarer]) {
                above.add(child);
              }
            }
            var strictlyAbove = GraphIndex.reach(children, above);
            for (int declarer : declaring) {
              if (strictlyAbove.get(declarer)) {
                dropped.computeIfAbsent(declarer, unused -> new LinkedHashSet<>()).add(dependency);
              }
            }
          }
        });
    int[][] prerequisites = requirements.clone();
    dropped.forEach(
        (revision, dependencies) -> {
          Set<Integer> kept = new LinkedHashSet<>();
          for (int parent : parents[revision]) {
            kept.add(parent);
          }
          for (int required : requirements[revision]) {
            if (!dependencies.contains(required)) {
              kept.add(required);
            }
          }
          prerequisites[revision] = array(kept);
        });
    return prerequisites;
  }

  private Set<Integer> dependencies(int revision) {
    Set<Integer> dependencies = new LinkedHashSet<>();
    for (String dependency : nodes.get(revision).dependsOn()) {
      Integer byId = idToIndex.get(dependency);
      dependencies.add(byId == null ? labelToIndex.get(dependency) : byId);
    }
    return dependencies;
  }

  private List<Set<String>> propagateLabels(
      int[] order, int[][] parents, int[][] children, int[][] dependents) {
    List<Set<String>> labels = new ArrayList<>();
    for (RevisionNode node : nodes) {
      labels.add(new TreeSet<>(node.labels()));
    }
    for (int revision : order) {
      for (int parent : parents[revision]) {
        labels.get(revision).addAll(labels.get(parent));
      }
    }
    for (int revision = 0; revision < nodes.size(); revision++) {
      List<String> declared = nodes.get(revision).labels();
      if (!declared.isEmpty() && isLineAbove(revision, parents, children, dependents)) {
        int below = revision;
        while (parents[below].length == 1) {
          below = parents[below][0];
          if (dependents[below].length > 1 || parents[below].length > 1) {
            break;
          }
          labels.get(below).addAll(declared);
        }
      }
    }
    return List.copyOf(labels);
  }

  /** Whether the revision and all above it neither fork nor merge. */
  private static boolean isLineAbove(
      int revision, int[][] parents, int[][] children, int[][] dependents) {
    int above = revision;
    while (dependents[above].length <= 1 && parents[above].length <= 1) {
      if (children[above].length == 0) {
        return true;
      }
      above = children[above][0];
    }
    return false;
  }
}
