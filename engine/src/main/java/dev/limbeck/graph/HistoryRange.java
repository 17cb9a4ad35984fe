package dev.limbeck.graph;

import static dev.limbeck.graph.GraphIndex.EMPTY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a range {@code low:high}, newest first.
 *
 * <p>These are all revisions at or below the upper end, without what is strictly below the lower
 * end; where the lower end is not the empty state, only it and its descendants in the version
 * relation. An end that is left out is the base, or the heads; {@code current} stands for the rows
 * of the version table. {@code -n:} begins n steps below each head, {@code low:+n} ends n steps
 * above the lower end. {@code branch@…:} restricts the range to what is at or below the branch's
 * heads.
 */
final class HistoryRange {

  private static final String CURRENT = "current";

  private final GraphIndex graph;
  private final RevisionResolver resolver;
  private final String text;

  /** The lower end as selectors: one, or the rows. */
  private final List<String> low;

  /** The upper end as selectors: one, or the rows. */
  private final List<String> high;

  private final boolean lowIsRows;
  private final boolean highIsRows;

  private HistoryRange(
      GraphIndex graph, RevisionResolver resolver, String text, List<String> rows) {
    this.graph = graph;
    this.resolver = resolver;
    this.text = text;
    SelectorRange range = SelectorRange.parse(text);
    this.highIsRows = range.to().equals(CURRENT) && !rows.isEmpty();
    this.lowIsRows = !range.to().equals(CURRENT) && range.from().equals(CURRENT) && !rows.isEmpty();
    boolean fromBase =
        range.from().isEmpty() || !range.to().equals(CURRENT) && range.from().equals(CURRENT);
    boolean toHeads = range.to().isEmpty() || range.to().equals(CURRENT);
    this.low = lowIsRows ? rows : List.of(fromBase ? Selector.BASE : range.from());
    this.high = highIsRows ? rows : List.of(toHeads ? Selector.HEADS : range.to());
  }

  static List<Integer> newestFirst(
      GraphIndex graph, RevisionResolver resolver, String text, List<String> rows) {
    return new HistoryRange(graph, resolver, text, rows).newestFirst();
  }

  private List<Integer> newestFirst() {
    List<Integer> targets = restrictToBranch(targets());
    BitSet selected = graph.appliedByDistinct(targets);
    List<Integer> lower = lower(selected);
    selected.andNot(graph.appliedByDistinct(lower));
    lower.forEach(selected::set);
    if (!lower.isEmpty()) {
      selected.and(GraphIndex.reach(graph.children(), lower));
    }
    List<Integer> order = RevisionOrder.newestFirst(graph, selected, targets);
    if (order.size() < selected.cardinality()) {
      throw notAncestor();
    }
    return order;
  }

  private List<Integer> targets() {
    return highIsRows
        ? resolver.all(high)
        : new UpgradePath(graph, resolver).targets(low, high.get(0), true);
  }

  private List<Integer> restrictToBranch(List<Integer> targets) {
    String branch = lowIsRows ? null : SelectorParser.absolute(low.get(0)).branch();
    if (branch == null) {
      return targets;
    }
    String label = label(branch);
    return targets.stream().filter(target -> graph.labels().get(target).contains(label)).toList();
  }

  /** The label that the branch means; a full id means the only label of its revision. */
  private String label(String branch) {
    int revision = resolver.one(branch);
    if (revision == EMPTY || !graph.id(revision).equals(branch)) {
      return branch;
    }
    var labels = graph.labels().get(revision);
    if (labels.size() != 1) {
      throw new GraphException(
          GraphProblem.NOT_ANCESTOR,
          "'" + text + "' cannot be restricted to the branch of revision " + branch + ".",
          labels.isEmpty() ? "It has no branch label." : "It has several labels: " + labels + ".",
          "Name the branch by one label.");
    }
    return labels.iterator().next();
  }

  /** The revisions of the lower end, which have to be among the selected ones. */
  private List<Integer> lower(BitSet selected) {
    Selector selector = SelectorParser.absolute(low.get(0));
    String symbol = selector.symbol();
    int steps = lowIsRows || symbol == null ? 0 : SelectorParser.stepsBelowHeads(symbol);
    if (steps == 0) {
      List<Integer> lower = resolver.all(low);
      checkSelected(lower, selected);
      return lower;
    }
    return belowHeads(selector.branch(), steps, selected);
  }

  private List<Integer> belowHeads(@Nullable String branch, int steps, BitSet selected) {
    List<Integer> found = new ArrayList<>();
    for (int head : resolver.headsLabelled(branch)) {
      found.add(RelativeWalk.down(graph, head, steps));
    }
    if (found.contains(EMPTY)) {
      throw notAncestor();
    }
    checkSelected(found.stream().filter(revision -> revision >= 0).toList(), selected);
    if (!found.isEmpty() && found.get(0) == RelativeWalk.OFF) {
      int below = new DowngradePath(graph, resolver).target(high, low.get(0), true).revision();
      return below == EMPTY ? List.of() : List.of(below);
    }
    if (found.contains(RelativeWalk.OFF)) {
      throw RelativeWalk.outOfRange(low.get(0), "Below some heads there are fewer revisions.");
    }
    return found;
  }

  private void checkSelected(List<Integer> lower, BitSet selected) {
    if (!lower.stream().allMatch(selected::get)) {
      throw notAncestor();
    }
  }

  private GraphException notAncestor() {
    return new GraphException(
        GraphProblem.NOT_ANCESTOR,
        "The beginning of the range '" + text + "' is not below its end.",
        "Both have to be on one line of ancestors and descendants.",
        "`limbeck history` without a range shows all revisions.");
  }
}
