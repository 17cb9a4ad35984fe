package dev.limbeck.command;

import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.MappingDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries the mapping of revisions along when they get other ancestors: what each changes stays
 * what it changes, now on top of what the new ancestors say.
 */
final class MappingRebase {
  private final Map<String, MappingDelta> deltas;
  private final Map<String, MappingDelta> carried = new LinkedHashMap<>();
  private final List<String> conflicts = new ArrayList<>();

  private MappingRebase(Map<String, MappingDelta> deltas) {
    this.deltas = deltas;
  }

  /**
   * Carries them along.
   *
   * @param deltas the changes by the id of their revision
   * @param before the graph with the old ancestors
   * @param after the graph with the new ancestors
   * @param moved the revisions with other ancestors, in the order in which they are applied
   */
  static MappingRebase of(
      Map<String, MappingDelta> deltas,
      RevisionGraph before,
      RevisionGraph after,
      List<RevisionNode> moved) {
    MappingRebase rebase = new MappingRebase(deltas);
    for (RevisionNode node : moved) {
      MappingDelta delta = deltas.get(node.id());
      if (delta != null) {
        rebase.carry(
            delta,
            MappingDelta.sum(ancestors(before, node.id()), deltas),
            MappingDelta.sum(ancestors(after, node.id()), rebase.all()));
      }
    }
    return rebase;
  }

  private static List<String> ancestors(RevisionGraph graph, String id) {
    List<String> needed = graph.prerequisites(id).stream().map(RevisionNode::id).toList();
    return graph.appliedInOrder(needed).stream().map(RevisionNode::id).toList();
  }

  private Map<String, MappingDelta> all() {
    Map<String, MappingDelta> all = new HashMap<>(deltas);
    all.putAll(carried);
    return all;
  }

  private void carry(
      MappingDelta delta, SortedMap<String, String> old, SortedMap<String, String> now) {
    SortedMap<String, String> ours = delta.applyTo(old);
    SortedMap<String, String> after = new TreeMap<>(now);
    TreeSet<String> paths = new TreeSet<>(delta.removed().keySet());
    paths.addAll(delta.added().keySet());
    for (String path : paths) {
      String mine = ours.get(path);
      String theirs = now.get(path);
      if (Objects.equals(mine, old.get(path))) {
        continue;
      }
      if (!Objects.equals(theirs, old.get(path)) && !Objects.equals(theirs, mine)) {
        conflicts.add(
            path + "   " + said(theirs) + " there, " + said(mine) + " in " + delta.revision());
      } else if (mine == null) {
        after.remove(path);
      } else {
        after.put(path, mine);
      }
    }
    MappingDelta result =
        MappingDelta.between(delta.revision(), now, after)
            .withReplaces(delta.replaces())
            .withHibernate(delta.hibernate());
    if (!result.equals(delta)) {
      carried.put(delta.revision(), result);
    }
  }

  private static String said(@Nullable String place) {
    return place == null ? "no place" : place;
  }

  /** The changes that are others now, by the id of their revision. */
  Map<String, MappingDelta> carried() {
    return carried;
  }

  /** Where old and new ancestors, and the revision, each say something else; a line each. */
  List<String> conflicts() {
    return conflicts;
  }
}
