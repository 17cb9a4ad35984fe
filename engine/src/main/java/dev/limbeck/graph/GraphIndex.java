package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded graph as arrays: a revision is its position in load order.
 *
 * <p>Two relations are kept apart. The <em>version relation</em> ({@link #parents}, {@link
 * #children}) knows only down revisions; branches, heads and relative steps use it. The <em>full
 * relation</em> ({@link #requirements}, {@link #dependents}) adds the dependencies and says what
 * has to run before what.
 *
 * @param nodes in load order
 * @param idToIndex exact ids
 * @param labelToIndex label to the revision that declares it
 * @param parents down revisions, as declared, without duplicates
 * @param children the inverse of {@code parents}, in load order
 * @param requirements parents, then dependencies, without duplicates
 * @param dependents the inverse of {@code requirements}, in load order
 * @param prerequisites the direct prerequisites: {@code requirements} without the dependencies that
 *     a version ancestor declares too; same ancestors as {@code requirements}
 * @param labels every revision's labels after propagation, sorted
 */
record GraphIndex(
    List<RevisionNode> nodes,
    Map<String, Integer> idToIndex,
    Map<String, Integer> labelToIndex,
    int[][] parents,
    int[][] children,
    int[][] requirements,
    int[][] dependents,
    int[][] prerequisites,
    List<Set<String>> labels) {

  /** Stands for the empty state, which lies below every base. */
  static final int EMPTY = -1;

  int size() {
    return nodes.size();
  }

  String id(int revision) {
    return nodes.get(revision).id();
  }

  List<String> ids(Collection<Integer> revisions) {
    return revisions.stream().map(this::id).toList();
  }

  List<RevisionNode> nodes(Collection<Integer> revisions) {
    return revisions.stream().map(nodes::get).toList();
  }

  /** Revisions without a child in the version relation, in load order. */
  List<Integer> heads() {
    return withNothingIn(children);
  }

  /** Revisions without a dependent in the full relation, in load order. */
  List<Integer> effectiveHeads() {
    return withNothingIn(dependents);
  }

  /** Revisions without a parent, in load order. */
  List<Integer> bases() {
    return withNothingIn(parents);
  }

  private List<Integer> withNothingIn(int[][] relation) {
    List<Integer> found = new ArrayList<>();
    for (int revision = 0; revision < relation.length; revision++) {
      if (relation[revision].length == 0) {
        found.add(revision);
      }
    }
    return found;
  }

  /** The starts and all that the relation leads to from them. */
  static BitSet reach(int[][] relation, Collection<Integer> starts) {
    BitSet seen = new BitSet(relation.length);
    int[] stack = new int[relation.length];
    int depth = 0;
    for (int start : starts) {
      if (!seen.get(start)) {
        seen.set(start);
        stack[depth++] = start;
      }
    }
    while (depth > 0) {
      for (int next : relation[stack[--depth]]) {
        if (!seen.get(next)) {
          seen.set(next);
          stack[depth++] = next;
        }
      }
    }
    return seen;
  }

  /** The revision with its ancestors and descendants in the version relation. */
  BitSet lineage(int revision) {
    return related(parents, children, revision);
  }

  /** The revision with its ancestors and descendants in the full relation. */
  BitSet fullLineage(int revision) {
    return related(requirements, dependents, revision);
  }

  private static BitSet related(int[][] below, int[][] above, int revision) {
    BitSet related = reach(below, List.of(revision));
    related.or(reach(above, List.of(revision)));
    return related;
  }

  /** The revisions with their ancestors in the full relation. */
  BitSet appliedBy(Collection<Integer> rows) {
    return reach(requirements, rows);
  }

  /**
   * The revisions with their ancestors in the full relation.
   *
   * @throws GraphException {@link GraphProblem#OVERLAPPING_REVISIONS} where one is an ancestor of
   *     another
   */
  BitSet appliedByDistinct(Collection<Integer> revisions) {
    List<Integer> below = new ArrayList<>();
    for (int revision : Set.copyOf(revisions)) {
      for (int requirement : requirements[revision]) {
        below.add(requirement);
      }
    }
    BitSet strictlyBelow = reach(requirements, below);
    for (int revision : revisions) {
      if (strictlyBelow.get(revision)) {
        BitSet above = reach(dependents, List.of(revision));
        List<Integer> others =
            revisions.stream().filter(other -> other != revision && above.get(other)).toList();
        throw new GraphException(
            GraphProblem.OVERLAPPING_REVISIONS,
            "Revision " + id(revision) + " overlaps with " + GraphException.list(ids(others)) + ".",
            "It is an ancestor of the other, which therefore stands for both.",
            "Name only the upper one; if both are in the version table, `stamp` the upper one.");
      }
    }
    strictlyBelow.or(bits(revisions));
    return strictlyBelow;
  }

  static BitSet bits(Collection<Integer> revisions) {
    BitSet bits = new BitSet();
    revisions.forEach(bits::set);
    return bits;
  }

  static List<Integer> indexes(BitSet bits) {
    return bits.stream().boxed().toList();
  }
}
