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
 * A chain with a squash of a part of it, and further revisions that are based on its end or depend
 * on anything: whatever is run from whatever state, the rows are the tips of what is applied,
 * counted in the replaced revisions, and after the squash is finished the same database goes on.
 */
class SquashRowsLawTest {

  /**
   * @param length how many revisions the chain has
   * @param from where the squash begins
   * @param to where it ends
   * @param further what further revisions pick: a parent each, and a dependency
   */
  record Project(int length, int from, int to, List<List<Integer>> further) {
    List<RevisionNode> replaced() {
      List<RevisionNode> nodes = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        nodes.add(node("c" + i, i == 0 ? List.of() : List.of("c" + (i - 1)), List.of()));
      }
      for (int i = 0; i < further.size(); i++) {
        // Nothing is based on the middle of a squash: only on its end, on others, or on nothing.
        List<String> bases = new ArrayList<>(List.of("c" + to, "c" + (length - 1)));
        for (int j = 0; j < i; j++) {
          bases.add("f" + j);
        }
        int picked = further.get(i).get(0) % (bases.size() + 1);
        List<String> parents = picked == bases.size() ? List.of() : List.of(bases.get(picked));
        int dependency = further.get(i).get(1) % (length + 2);
        nodes.add(
            node("f" + i, parents, dependency < length ? List.of("c" + dependency) : List.of()));
      }
      return nodes;
    }

    RevisionNode squash() {
      List<String> replaces = new ArrayList<>();
      for (int i = from; i <= to; i++) {
        replaces.add("c" + i);
      }
      return new RevisionNode(
          "c" + to,
          from == 0 ? List.of() : List.of("c" + (from - 1)),
          List.of(),
          List.of(),
          replaces,
          "");
    }

    List<RevisionNode> both() {
      List<RevisionNode> nodes = new ArrayList<>(replaced());
      nodes.add(squash());
      return nodes;
    }

    /** As the command leaves it: no replaced ones, and nobody depends on them. */
    List<RevisionNode> finished() {
      RevisionNode squash = squash();
      List<RevisionNode> nodes = new ArrayList<>();
      for (RevisionNode node : replaced()) {
        if (!squash.replaces().contains(node.id())) {
          nodes.add(
              node(
                  node.id(),
                  node.downRevisions(),
                  node.dependsOn().stream()
                      .map(id -> squash.replaces().contains(id) ? squash.id() : id)
                      .toList()));
        }
      }
      nodes.add(squash);
      return nodes;
    }
  }

  private static RevisionNode node(String id, List<String> parents, List<String> dependsOn) {
    return new RevisionNode(id, parents, dependsOn, List.of(), "");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void rows_are_the_tips_of_what_is_applied_of_the_replaced_ones(
      @ForAll("projects") Project project,
      @ForAll("moves") List<Integer> before,
      @ForAll("moves") List<Integer> moves) {
    RevisionGraph replaced = RevisionGraph.of(project.replaced());
    SquashView view = SquashView.of(project.both());
    Set<String> applied = new TreeSet<>();
    ConformanceTable table = new ConformanceTable(List.of());
    // What a database did before there was a squash: it may stand in its middle.
    before.forEach(move -> run(replaced, table, applied, move, project));
    for (int move : moves) {
      run(view.graph(table.sorted()), table, applied, move, project);
      assertThat(table.sorted()).containsExactlyElementsOf(tips(replaced, applied));
    }
    run(view.graph(table.sorted()), table, applied, 0, project);
    assertThat(applied).hasSize(project.replaced().size());

    SquashView finished = SquashView.of(project.finished());
    assertThat(finished.graph(table.sorted()).upgradeSteps(table.sorted(), "heads")).isEmpty();
    for (RevisionStep step :
        finished.graph(table.sorted()).downgradeSteps(table.sorted(), "base")) {
      assertThat(table.apply(step.rows())).isNull();
    }
    assertThat(table.sorted()).isEmpty();
  }

  private static void run(
      RevisionGraph graph, ConformanceTable table, Set<String> applied, int move, Project project) {
    for (RevisionStep step : steps(graph, table.sorted(), move)) {
      RevisionNode revision = step.revision();
      List<String> ids =
          revision.replaces().isEmpty() ? List.of(revision.id()) : project.squash().replaces();
      if (step.direction() == Direction.UPGRADE) {
        assertThat(applied).doesNotContainAnyElementsOf(ids);
        applied.addAll(ids);
      } else {
        assertThat(applied).containsAll(ids);
        applied.removeAll(ids);
      }
      assertThat(table.apply(step.rows())).isNull();
    }
  }

  private static List<RevisionStep> steps(RevisionGraph graph, List<String> rows, int move) {
    List<RevisionNode> all = graph.revisions();
    if (move == 0) {
      return graph.upgradeSteps(rows, "heads");
    }
    String target = all.get(move % all.size()).id();
    if (move % 3 > 0) {
      return graph.upgradeSteps(rows, target);
    }
    try {
      return graph.downgradeSteps(rows, move % 2 == 0 ? "base" : target);
    } catch (GraphException e) {
      assertThat(e.problem()).isEqualTo(GraphProblem.NOT_ANCESTOR);
      return List.of();
    }
  }

  private static List<String> tips(RevisionGraph graph, Set<String> applied) {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(applied);
    while (!open.isEmpty()) {
      RevisionNode node = graph.byId(open.pop()).orElseThrow();
      List<String> below = new ArrayList<>(node.downRevisions());
      below.addAll(node.dependsOn());
      below.stream().filter(needed::add).forEach(open::push);
    }
    Set<String> tips = new TreeSet<>(applied);
    tips.removeAll(needed);
    return List.copyOf(tips);
  }

  @Provide
  Arbitrary<Project> projects() {
    Arbitrary<Integer> picks = Arbitraries.integers().between(0, 1000);
    Arbitrary<List<List<Integer>>> further = picks.list().ofSize(2).list().ofMaxSize(4);
    return Combinators.combine(Arbitraries.integers().between(2, 7), picks, picks, further)
        .as(
            (length, one, other, others) -> {
              int from = one % (length - 1);
              int to = from + 1 + other % (length - from - 1);
              return new Project(length, from, to, others);
            });
  }

  @Provide
  Arbitrary<List<Integer>> moves() {
    return Arbitraries.integers().between(1, 1000).list().ofMaxSize(6);
  }
}
