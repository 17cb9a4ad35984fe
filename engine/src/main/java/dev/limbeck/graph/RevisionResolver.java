package dev.limbeck.graph;

import static dev.limbeck.graph.GraphIndex.EMPTY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the revisions that absolute selectors name. */
final class RevisionResolver {

  /** Ids and labels shorter than this are only found by their full text. */
  private static final int SHORTEST_ABBREVIATED = 4;

  private final GraphIndex graph;

  RevisionResolver(GraphIndex graph) {
    this.graph = graph;
  }

  /** All revisions that the selectors name; none for {@code base}. */
  List<Integer> all(Collection<String> selectors) {
    List<Integer> found = new ArrayList<>();
    for (String selector : selectors) {
      found.addAll(all(selector));
    }
    return found;
  }

  /** All revisions that the selector names; none for {@code base}. */
  List<Integer> all(String selector) {
    Selector parsed = SelectorParser.absolute(selector);
    String branch = parsed.branch();
    String symbol = parsed.symbol() == null ? "" : parsed.symbol();
    switch (symbol) {
      case Selector.HEADS:
        return branch == null ? graph.effectiveHeads() : inLineage(graph.heads(), branch);
      case Selector.HEAD:
        int head = head(branch);
        return head == EMPTY ? List.of() : List.of(head);
      case Selector.BASE:
        return List.of();
      default:
        int steps = SelectorParser.stepsBelowHeads(symbol);
        return steps < 0 ? belowHeads(branch, symbol, steps) : List.of(identify(branch, symbol));
    }
  }

  private List<Integer> belowHeads(@Nullable String branch, String symbol, int steps) {
    List<Integer> found = new ArrayList<>();
    for (int head : headsLabelled(branch)) {
      int below = RelativeWalk.down(graph, head, steps);
      if (below < 0) {
        throw RelativeWalk.outOfRange(symbol, "Below " + graph.id(head) + " there is less.");
      }
      found.add(below);
    }
    return found;
  }

  /** The effective heads; with a branch, those that carry its label. */
  List<Integer> headsLabelled(@Nullable String branch) {
    List<Integer> heads = graph.effectiveHeads();
    return branch == null
        ? heads
        : heads.stream().filter(head -> graph.labels().get(head).contains(branch)).toList();
  }

  /** The only revision that the selector names, or {@link GraphIndex#EMPTY}. */
  int one(String selector) {
    Selector parsed = SelectorParser.absolute(selector);
    return one(parsed.branch(), parsed.symbol() == null ? "" : parsed.symbol());
  }

  /** The only revision that branch and symbol name, or {@link GraphIndex#EMPTY}. */
  int one(@Nullable String branch, String symbol) {
    switch (symbol) {
      case Selector.HEADS:
        List<Integer> heads =
            branch == null ? graph.effectiveHeads() : inLineage(graph.heads(), branch);
        return only(heads, branch, symbol);
      case Selector.HEAD:
        return head(branch);
      case Selector.BASE:
        if (branch != null) {
          branch(branch);
        }
        return EMPTY;
      default:
        return identify(branch, symbol);
    }
  }

  private int head(@Nullable String branch) {
    List<Integer> heads = graph.heads();
    return only(branch == null ? heads : inLineage(heads, branch), branch, Selector.HEAD);
  }

  private int only(List<Integer> heads, @Nullable String branch, String symbol) {
    if (heads.size() > 1) {
      throw new GraphException(
          GraphProblem.MULTIPLE_HEADS,
          "There are several heads"
              + (branch == null ? "" : " in branch " + branch)
              + ": "
              + GraphException.list(graph.ids(heads))
              + ".",
          "'" + symbol + "' has to mean one revision here.",
          "Name one of them, or as <branch>@head; say 'heads' for all where that is possible,"
              + " or join them with `limbeck merge`.");
    }
    return heads.isEmpty() ? EMPTY : heads.get(0);
  }

  /** Those of the revisions that share lineage with the branch. */
  List<Integer> inLineage(Collection<Integer> revisions, String branch) {
    if (revisions.isEmpty()) {
      return List.of();
    }
    BitSet lineage = lineage(branch);
    return revisions.stream().filter(lineage::get).toList();
  }

  /** The lineage of the revision that the branch names. */
  BitSet lineage(String branch) {
    return graph.lineage(Selector.isReserved(branch) ? branch(branch) : identify(branch));
  }

  /**
   * The revision that the branch names.
   *
   * @throws GraphException {@link GraphProblem#UNKNOWN_BRANCH} where there is not exactly one
   */
  int branch(String branch) {
    Integer exact = exact(branch);
    if (exact != null) {
      return exact;
    }
    List<String> candidates = abbreviated(branch, null);
    if (candidates.size() == 1) {
      return named(candidates.get(0));
    }
    throw new GraphException(
        GraphProblem.UNKNOWN_BRANCH,
        "There is no branch '" + branch + "'.",
        candidates.isEmpty()
            ? "No revision has that id, prefix or label."
            : "Several ids and labels begin so: " + GraphException.list(candidates) + ".",
        "`limbeck heads` and `limbeck branches` show the labels.");
  }

  /** The revision with that id, label or prefix. */
  int identify(String text) {
    return identify(null, text);
  }

  private int identify(@Nullable String branch, String text) {
    BitSet lineage = branch == null ? null : graph.lineage(branch(branch));
    Integer exact = exact(text);
    if (exact != null) {
      if (lineage != null && !lineage.get(exact)) {
        throw new GraphException(
            GraphProblem.NOT_IN_BRANCH,
            "Revision " + graph.id(exact) + " is not in branch " + branch + ".",
            "It is neither an ancestor nor a descendant of the branch's revision.",
            "Leave out the branch, or see `limbeck history` for the right one.");
      }
      return exact;
    }
    List<String> candidates = abbreviated(text, lineage);
    if (candidates.size() == 1) {
      return named(candidates.get(0));
    }
    if (candidates.isEmpty()) {
      checkNotSquashed(text);
      throw new GraphException(
          GraphProblem.UNKNOWN_REVISION,
          "There is no revision '"
              + text
              + "'"
              + (branch == null ? "" : " in branch " + branch)
              + ".",
          "No id or label equals it or begins with it.",
          "See `limbeck history`; is the directory of the revisions the right one?");
    }
    throw new GraphException(
        GraphProblem.AMBIGUOUS_ID,
        "'" + text + "' means several revisions.",
        "These ids and labels begin so: " + GraphException.list(candidates) + ".",
        "Type more characters.");
  }

  private void checkNotSquashed(String text) {
    for (RevisionNode node : graph.nodes()) {
      for (String replaced : node.replaces()) {
        boolean abbreviated =
            replaced.length() >= SHORTEST_ABBREVIATED
                && !text.isEmpty()
                && replaced.startsWith(text);
        if (!replaced.equals(node.id()) && (abbreviated || replaced.equals(text))) {
          throw new GraphException(
              GraphProblem.SQUASHED_REVISION,
              "Revision " + replaced + " is part of " + node.id() + " since it was squashed.",
              "A database goes across all of it in one step.",
              "Name "
                  + node.id()
                  + ", or the revision before it; `limbeck show "
                  + node.id()
                  + "` shows both. A database between the two needs the files that were squashed.");
        }
      }
    }
  }

  private @Nullable Integer exact(String text) {
    Integer byId = graph.idToIndex().get(text);
    return byId == null ? graph.labelToIndex().get(text) : byId;
  }

  private int named(String idOrLabel) {
    Integer byId = graph.idToIndex().get(idOrLabel);
    return byId == null ? graph.labelToIndex().getOrDefault(idOrLabel, EMPTY) : byId;
  }

  /** The ids, then the labels, that begin with the text. */
  private List<String> abbreviated(String prefix, @Nullable BitSet lineage) {
    List<String> found = new ArrayList<>();
    if (prefix.isEmpty()) {
      return found;
    }
    for (int i = 0; i < graph.size(); i++) {
      if (lineage == null || lineage.get(i)) {
        RevisionNode node = graph.nodes().get(i);
        addIfBegins(node.id(), prefix, found);
        node.labels().forEach(label -> addIfBegins(label, prefix, found));
      }
    }
    return found;
  }

  private static void addIfBegins(String name, String prefix, List<String> found) {
    if (name.length() >= SHORTEST_ABBREVIATED && name.startsWith(prefix)) {
      found.add(name);
    }
  }
}
