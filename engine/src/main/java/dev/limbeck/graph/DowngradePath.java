package dev.limbeck.graph;

import static dev.limbeck.graph.GraphIndex.EMPTY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a downgrade undoes: what is above the target, in the branch if one is given, and all that
 * needs it; dependents first. Dependencies are not undone merely because the revision that needed
 * them is.
 */
final class DowngradePath {

  /**
   * Where a downgrade ends.
   *
   * @param branch the branch that it keeps to
   * @param revision or {@link GraphIndex#EMPTY}
   */
  record Target(@Nullable String branch, int revision) {}

  private final GraphIndex graph;
  private final RevisionResolver resolver;

  DowngradePath(GraphIndex graph, RevisionResolver resolver) {
    this.graph = graph;
    this.resolver = resolver;
  }

  List<RevisionStep> steps(List<String> rows, String selector) {
    Target target = target(rows, selector, false);
    List<Integer> roots = roots(target);
    List<Integer> current = resolver.all(rows);
    BitSet undone = GraphIndex.reach(graph.dependents(), roots);
    undone.and(graph.appliedBy(current));
    if (undone.isEmpty() && target.revision() != EMPTY && !current.contains(target.revision())) {
      throw new GraphException(
          GraphProblem.NOT_ANCESTOR,
          "'" + selector + "' is not below the current state.",
          rows.isEmpty()
              ? "Nothing is applied."
              : "The current revisions are " + GraphException.list(rows) + ".",
          "See `limbeck current` and `limbeck history`.");
    }
    HeadTracker tracker = new HeadTracker(graph, current);
    List<RevisionStep> steps =
        RevisionOrder.newestFirst(graph, undone, current).stream()
            .map(
                revision ->
                    new RevisionStep(
                        graph.nodes().get(revision),
                        Direction.DOWNGRADE,
                        tracker.downgraded(revision)))
            .toList();
    checkBranchIsMeant(rows, selector, target);
    return steps;
  }

  /**
   * Resolves the target of a downgrade.
   *
   * @param current selectors of the current state, from which {@code -n} is counted
   * @param clip whether a walk that is too long ends at the end of the graph instead of failing
   */
  Target target(List<String> current, String text, boolean clip) {
    Selector selector = SelectorParser.parse(text);
    String branch = selector.branch();
    String symbol = selector.symbol();
    Integer steps = selector.steps();
    if (steps == null) {
      return new Target(branch, resolver.one(null, symbol == null ? "" : symbol));
    }
    if (steps >= 0) {
      if (symbol == null) {
        throw RelativeWalk.outOfRange(text, "A downgrade goes down from the current state, by -n.");
      }
      return new Target(branch, reached(text, above(branch, symbol, steps, clip)));
    }
    if (symbol == null && branch == null) {
      if (current.isEmpty()) {
        throw RelativeWalk.outOfRange(text, "Nothing is applied.");
      }
      branch = current.get(0);
      symbol = branch;
    } else if (symbol == null) {
      symbol = onlyCurrentIn(branch, current, text);
    }
    int start = resolver.one(branch, symbol);
    int found =
        clip
            ? RelativeWalk.downClipped(graph, start, steps)
            : RelativeWalk.down(graph, start, steps);
    return new Target(branch, reached(text, found));
  }

  private int above(@Nullable String branch, String symbol, int steps, boolean clip) {
    int start = resolver.one(null, symbol);
    BitSet lineage = branch == null || steps == 0 ? null : resolver.lineage(branch);
    return clip
        ? RelativeWalk.upClipped(graph, start, steps, lineage)
        : RelativeWalk.up(graph, start, steps, lineage);
  }

  private static int reached(String text, int found) {
    if (found == RelativeWalk.OFF) {
      throw RelativeWalk.outOfRange(text, "There are not so many revisions.");
    }
    return found;
  }

  /** The row, or else the version tip of what is applied, from which {@code branch@-n} counts. */
  private String onlyCurrentIn(@Nullable String branch, List<String> current, String text) {
    List<String> found = new ArrayList<>();
    if (branch != null && !current.isEmpty()) {
      BitSet lineage = resolver.lineage(branch);
      current.stream().filter(row -> lineage.get(resolver.identify(row))).forEach(found::add);
      if (found.isEmpty()) {
        Listing.currentTips(graph, resolver.all(current)).stream()
            .filter(lineage::get)
            .map(graph::id)
            .forEach(found::add);
      }
    }
    if (found.size() != 1) {
      throw new GraphException(
          GraphProblem.BRANCH_NOT_UNIQUE,
          "'" + text + "' cannot be counted from one current revision.",
          found.isEmpty()
              ? "Nothing of branch " + branch + " is applied."
              : "In that branch there are " + GraphException.list(found) + ".",
          "Name the revision itself; `limbeck current` shows what is applied.");
    }
    return found.get(0);
  }

  /** The revisions right above the target, in the branch if there is a choice. */
  private List<Integer> roots(Target target) {
    List<Integer> roots = new ArrayList<>();
    if (target.revision() == EMPTY) {
      roots.addAll(graph.bases());
    } else {
      for (int child : graph.children()[target.revision()]) {
        roots.add(child);
      }
    }
    String branch = target.branch();
    if (branch == null || roots.size() <= 1) {
      return roots;
    }
    BitSet leading = GraphIndex.reach(graph.parents(), List.of(resolver.branch(branch)));
    List<Integer> inBranch = roots.stream().filter(leading::get).toList();
    if (inBranch.isEmpty()) {
      throw new GraphException(
          GraphProblem.INVALID_DOWNGRADE_TARGET,
          "From the target of the downgrade nothing leads to branch " + branch + ".",
          "The revisions above it are " + GraphException.list(graph.ids(roots)) + ".",
          "Name one of them as the branch, or leave the branch out to undo all of them.");
    }
    return inBranch;
  }

  /**
   * Refuses what Alembic lets pass: a branch that means nothing, or has nothing to do with the
   * target, and a bare {@code -n} with several rows.
   */
  private void checkBranchIsMeant(List<String> rows, String text, Target target) {
    Selector selector = SelectorParser.parse(text);
    Set<String> distinct = new HashSet<>(rows);
    if (selector.branch() == null && selector.symbol() == null && distinct.size() > 1) {
      throw new GraphException(
          GraphProblem.BRANCH_NOT_UNIQUE,
          "'" + text + "' could be counted from several current revisions.",
          "They are " + GraphException.list(rows) + ".",
          "Write <branch>@" + text + ", or name the revision itself.");
    }
    String branch = selector.branch();
    if (branch != null) {
      BitSet lineage = graph.lineage(resolver.branch(branch));
      if (target.revision() != EMPTY && !lineage.get(target.revision())) {
        throw new GraphException(
            GraphProblem.NOT_IN_BRANCH,
            "Revision " + graph.id(target.revision()) + " is not in branch " + branch + ".",
            "It is neither an ancestor nor a descendant of the branch's revision.",
            "Leave out the branch, or see `limbeck history` for the right one.");
      }
    }
  }
}
