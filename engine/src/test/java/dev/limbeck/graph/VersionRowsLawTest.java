package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Over random graphs and random upgrades and downgrades, after every single step: the rows of the
 * version table are exactly the tips of what is applied, and nothing is applied without what it
 * needs.
 */
class VersionRowsLawTest {

  /** One command; the target is a revision, or the base or the heads. */
  record Move(boolean up, int target) {}

  /** What a revision is based on and depends on; numbers pick among the revisions before it. */
  record Links(List<Integer> parents, List<Integer> dependencies) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void rows_are_the_tips_of_what_is_applied(
      @ForAll("graphs") List<RevisionNode> nodes, @ForAll("moves") List<Move> moves) {
    RevisionGraph graph = RevisionGraph.of(nodes);
    Set<String> applied = new TreeSet<>();
    ConformanceTable table = new ConformanceTable(List.of());
    for (Move move : moves) {
      for (RevisionStep step : steps(graph, table.sorted(), move)) {
        String id = step.revision().id();
        assertThat(move.up() ? applied.add(id) : applied.remove(id)).isTrue();
        assertThat(table.apply(step.rows())).isNull();
        assertThat(applied).containsAll(needed(graph, applied));
        assertThat(table.sorted()).containsExactlyElementsOf(tips(graph, applied));
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void going_up_to_the_heads_and_down_to_the_base_leaves_no_row(
      @ForAll("graphs") List<RevisionNode> nodes) {
    RevisionGraph graph = RevisionGraph.of(nodes);
    ConformanceTable table = new ConformanceTable(List.of());
    graph.upgradeSteps(List.of(), "heads").forEach(step -> table.apply(step.rows()));
    assertThat(table.sorted())
        .containsExactlyElementsOf(
            graph.effectiveHeads().stream().map(RevisionNode::id).sorted().toList());
    graph.downgradeSteps(table.sorted(), "base").forEach(step -> table.apply(step.rows()));
    assertThat(table.sorted()).isEmpty();
  }

  private static List<RevisionStep> steps(RevisionGraph graph, List<String> rows, Move move) {
    int size = graph.revisions().size();
    int picked = move.target() % (size + 1);
    if (move.up()) {
      String target = picked == size ? "heads" : graph.revisions().get(picked).id();
      return graph.upgradeSteps(rows, target);
    }
    try {
      String target = picked == size ? "base" : graph.revisions().get(picked).id();
      return graph.downgradeSteps(rows, target);
    } catch (GraphException e) {
      assertThat(e.problem()).isEqualTo(GraphProblem.NOT_ANCESTOR);
      return List.of();
    }
  }

  private static Set<String> tips(RevisionGraph graph, Set<String> applied) {
    Set<String> tips = new TreeSet<>(applied);
    tips.removeAll(needed(graph, applied));
    return tips;
  }

  /** All that the revisions are based on or depend on, at any distance. */
  private static Set<String> needed(RevisionGraph graph, Set<String> revisions) {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(revisions);
    while (!open.isEmpty()) {
      RevisionNode node = graph.byId(open.pop()).orElseThrow();
      List<String> below = new ArrayList<>(node.downRevisions());
      below.addAll(node.dependsOn());
      below.stream().filter(needed::add).forEach(open::push);
    }
    return needed;
  }

  @Provide
  Arbitrary<List<RevisionNode>> graphs() {
    Arbitrary<Integer> picks = Arbitraries.integers().between(0, 1000);
    Arbitrary<Links> links =
        Combinators.combine(picks.list().ofMaxSize(3), picks.list().ofMaxSize(2)).as(Links::new);
    return links
        .list()
        .ofMinSize(1)
        .ofMaxSize(16)
        .map(VersionRowsLawTest::nodes)
        .flatMap(nodes -> Arbitraries.shuffle(nodes));
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.of(true, true, false), Arbitraries.integers().between(0, 1000))
        .as(Move::new)
        .list()
        .ofMaxSize(8);
  }

  private static List<RevisionNode> nodes(List<Links> links) {
    List<RevisionNode> nodes = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      nodes.add(
          new RevisionNode(
              "r" + i,
              picked(links.get(i).parents(), i),
              picked(links.get(i).dependencies(), i),
              List.of(),
              ""));
    }
    return nodes;
  }

  /** Mostly recent revisions, so that graphs get deep. */
  private static List<String> picked(List<Integer> picks, int before) {
    return before == 0
        ? List.of()
        : picks.stream()
            .map(pick -> "r" + Math.max(before - 1 - pick % Math.min(before, 4), 0))
            .distinct()
            .toList();
  }
}
