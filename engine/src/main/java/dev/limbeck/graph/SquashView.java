package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which revisions are in force where squashes stand beside what they replace.
 *
 * <p>A squash names the revisions that it {@linkplain RevisionNode#replaces() replaces}, a chain
 * whose last revision has the squash's own id. It is <em>open</em> as long as all of that chain is
 * still there. A database that has applied some of the chain and not all of it goes on with the
 * chain; everywhere else the squash is in force and the chain is hidden. Since the ids are the
 * same, a row that names the end of the chain means the same in both.
 *
 * <p>What depends on a hidden revision depends on the squash. What is based on one has to be
 * rebased.
 *
 * <p>Immutable and thread-safe.
 */
public final class SquashView {
  private final List<RevisionNode> all;

  /** Every squash with what it replaces, those that replace most first. */
  private final Map<RevisionNode, List<RevisionNode>> squashes;

  private final Set<RevisionNode> open;

  private SquashView(
      List<RevisionNode> all,
      Map<RevisionNode, List<RevisionNode>> squashes,
      Set<RevisionNode> open) {
    this.all = all;
    this.squashes = squashes;
    this.open = open;
  }

  /**
   * Looks for squashes.
   *
   * @param revisions in load order, squashes and what they replace among them
   */
  public static SquashView of(List<RevisionNode> revisions) {
    List<RevisionNode> all = List.copyOf(revisions);
    Map<RevisionNode, List<RevisionNode>> squashes = new LinkedHashMap<>();
    all.stream()
        .filter(node -> !node.replaces().isEmpty())
        .sorted(Comparator.comparing((RevisionNode node) -> -node.replaces().size()))
        .forEach(
            squash -> {
              List<RevisionNode> replaced =
                  all.stream().filter(node -> replaces(squash, node)).toList();
              if (!replaced.isEmpty()) {
                squashes.put(squash, replaced);
              }
            });
    Set<String> ids =
        all.stream()
            .filter(node -> !squashes.containsKey(node))
            .map(RevisionNode::id)
            .collect(Collectors.toSet());
    Set<RevisionNode> open = new LinkedHashSet<>();
    squashes.forEach(
        (squash, replaced) -> {
          boolean whole =
              replaced.stream().anyMatch(node -> node.id().equals(squash.id()))
                  && replaced.stream().allMatch(node -> ids.containsAll(node.downRevisions()));
          if (whole) {
            open.add(squash);
          }
        });
    return new SquashView(all, squashes, open);
  }

  /** Whether the first is a squash that replaces the second. */
  public static boolean replaces(RevisionNode squash, RevisionNode other) {
    return squash.replaces().contains(other.id())
        && (!squash.id().equals(other.id()) || squash.replaces().size() > other.replaces().size());
  }

  /** The squashes beside which all that they replace is still there. */
  public List<RevisionNode> open() {
    return List.copyOf(open);
  }

  /**
   * The revisions beside a squash that it replaces, in load order; none where it is no squash, or
   * they are gone.
   *
   * @param squash as it was given, or as it stands in a graph of this view
   */
  public List<RevisionNode> replacedBy(RevisionNode squash) {
    return squash(squash).map(squashes::get).orElse(List.of());
  }

  /** The squash beside what it replaces as it was given, if this is one. */
  public Optional<RevisionNode> squash(RevisionNode node) {
    return squashes.keySet().stream()
        .filter(each -> each.id().equals(node.id()) && each.replaces().equals(node.replaces()))
        .findFirst();
  }

  /** The graph where nothing is known of a database: with the squashes. */
  public RevisionGraph graph() {
    return hasSquashes() ? graphWith(squashes.keySet(), false) : RevisionGraph.of(all);
  }

  /** Whether there are squashes, with or without what they replace. */
  private boolean hasSquashes() {
    return all.stream().anyMatch(node -> !node.replaces().isEmpty());
  }

  /**
   * The graph of the replaced revisions, without the squashes that are open. What is based on one
   * that is gone is based on its squash here.
   */
  public RevisionGraph graphOfReplaced() {
    Set<RevisionNode> others = new HashSet<>(squashes.keySet());
    others.removeAll(open);
    return hasSquashes() ? graphWith(others, true) : RevisionGraph.of(all);
  }

  /**
   * The graph for a database.
   *
   * @param rows the ids in its version table
   */
  public RevisionGraph graph(Collection<String> rows) {
    if (open.isEmpty()) {
      return graph();
    }
    Set<RevisionNode> inForce = new HashSet<>(squashes.keySet());
    Set<String> applied = appliedOfReplaced(rows);
    inForce.removeIf(squash -> open.contains(squash) && isInTheMiddle(squash, applied));
    return graphWith(inForce, false);
  }

  /**
   * Whether a database has applied a part of what an open squash replaces, and not all of it.
   *
   * @param rows the ids in its version table
   */
  public boolean isInTheMiddle(RevisionNode squash, Collection<String> rows) {
    return open.contains(squash) && isInTheMiddle(squash, appliedOfReplaced(rows));
  }

  private Set<String> appliedOfReplaced(Collection<String> rows) {
    return graphOfReplaced().applied(rows).stream()
        .map(RevisionNode::id)
        .collect(Collectors.toSet());
  }

  private boolean isInTheMiddle(RevisionNode squash, Set<String> applied) {
    List<RevisionNode> chain = chain(squash);
    long done = chain.stream().filter(node -> applied.contains(node.id())).count();
    return done > 0 && done < chain.size();
  }

  /** What it replaces, without squashes that are squashed once more. */
  private List<RevisionNode> chain(RevisionNode squash) {
    return replacedBy(squash).stream().filter(node -> !open.contains(node)).toList();
  }

  private RevisionGraph graphWith(Set<RevisionNode> inForce, boolean withParents) {
    Map<RevisionNode, Boolean> hidden = new IdentityHashMap<>();
    Map<String, RevisionNode> squashOf = new LinkedHashMap<>();
    Map<String, Set<String>> needing = new LinkedHashMap<>();
    squashes.forEach(
        (squash, replaced) -> {
          if (hidden.containsKey(squash)) {
            return;
          }
          if (!inForce.contains(squash)) {
            hidden.put(squash, true);
            return;
          }
          replaced.forEach(node -> hidden.put(node, true));
          if (open.contains(squash)) {
            needing.put(squash.id(), new LinkedHashSet<>());
          }
        });
    List<RevisionNode> visible = all.stream().filter(node -> !hidden.containsKey(node)).toList();
    Set<String> names = new HashSet<>();
    for (RevisionNode node : visible) {
      names.add(node.id());
      names.addAll(node.labels());
    }
    for (RevisionNode node : visible) {
      node.replaces().stream()
          .filter(id -> !names.contains(id))
          .forEach(id -> squashOf.putIfAbsent(id, node));
    }
    needing.forEach((id, ids) -> ids.addAll(needing(id, visible)));
    if (!withParents) {
      checkParents(visible, squashOf);
    }
    return RevisionGraph.of(
        visible.stream().map(node -> remapped(node, squashOf)).toList(), needing);
  }

  /** What is based on or depends on the end of an open squash, and not only on its middle. */
  private List<String> needing(String id, List<RevisionNode> visible) {
    Set<String> names = new HashSet<>(Set.of(id));
    squashes.forEach(
        (squash, replaced) ->
            replaced.stream()
                .filter(node -> node.id().equals(id))
                .forEach(node -> names.addAll(node.labels())));
    return visible.stream()
        .filter(
            node ->
                node.downRevisions().contains(id)
                    || node.dependsOn().stream().anyMatch(names::contains))
        .map(RevisionNode::id)
        .toList();
  }

  private static RevisionNode remapped(RevisionNode node, Map<String, RevisionNode> squashOf) {
    List<String> parents = remapped(node.downRevisions(), squashOf);
    List<String> dependsOn = remapped(node.dependsOn(), squashOf);
    return parents.equals(node.downRevisions()) && dependsOn.equals(node.dependsOn())
        ? node
        : new RevisionNode(
            node.id(), parents, dependsOn, node.labels(), node.replaces(), node.message());
  }

  private static List<String> remapped(List<String> names, Map<String, RevisionNode> squashOf) {
    return names.stream().anyMatch(squashOf::containsKey)
        ? names.stream()
            .map(name -> Optional.ofNullable(squashOf.get(name)).map(RevisionNode::id).orElse(name))
            .distinct()
            .toList()
        : names;
  }

  private static void checkParents(List<RevisionNode> visible, Map<String, RevisionNode> squashOf) {
    List<String> stranded = new ArrayList<>();
    String hint = "";
    for (RevisionNode node : visible) {
      for (String parent : node.downRevisions()) {
        RevisionNode squash = squashOf.get(parent);
        if (squash != null) {
          stranded.add(
              "%s revises '%s', which is part of %s".formatted(node.id(), parent, squash.id()));
          hint = "`limbeck rebase %s --onto %s`".formatted(node.id(), squash.id());
        }
      }
    }
    if (!stranded.isEmpty()) {
      throw new GraphException(
          GraphProblem.SQUASHED_REVISION,
          "A revision is based on the middle of what was squashed: "
              + GraphException.list(stranded)
              + ".",
          "Probably it comes from a branch that began before the squash.",
          "Put it on top: " + hint + "; or delete the file of the squash.");
    }
  }
}
