package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Graphs that no team has, in a time that nobody notices and without deep recursion. */
class LargeGraphTest {

  private static final int SIZE = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void a_chain_of_ten_thousand_goes_up_and_down() {
    List<RevisionNode> chain = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      chain.add(RevisionNode.of(id(i), i == 0 ? List.of() : List.of(id(i - 1)), ""));
    }
    Assertions.assertTimeout(PATIENCE, () -> upAndDown(RevisionGraph.of(chain)));
  }

  @Test
  void five_thousand_forks_in_a_row_go_up_and_down() {
    List<RevisionNode> comb = new ArrayList<>();
    for (int i = 0; i < SIZE / 2; i++) {
      comb.add(RevisionNode.of(id(i), i == 0 ? List.of() : List.of(id(i - 1)), ""));
      comb.add(RevisionNode.of("leaf" + id(i), List.of(id(i)), ""));
    }
    Assertions.assertTimeout(PATIENCE, () -> upAndDown(RevisionGraph.of(comb)));
  }

  @Test
  void three_thousand_forks_and_merges_with_dependencies_go_up_and_down() {
    List<RevisionNode> ladder = new ArrayList<>();
    for (int i = 0; i + 3 <= SIZE; i += 3) {
      List<String> below = i == 0 ? List.of() : List.of(id(i - 1));
      ladder.add(RevisionNode.of(id(i), below, ""));
      ladder.add(new RevisionNode(id(i + 1), below, List.of(id(0)), List.of(), ""));
      ladder.add(RevisionNode.of(id(i + 2), List.of(id(i), id(i + 1)), ""));
    }
    ladder.set(1, RevisionNode.of(id(1), List.of(), ""));
    Assertions.assertTimeout(PATIENCE, () -> upAndDown(RevisionGraph.of(ladder)));
  }

  private static String id(int number) {
    return "%08d".formatted(number);
  }

  private static void upAndDown(RevisionGraph graph) {
    int size = graph.revisions().size();
    List<RevisionStep> up = graph.upgradeSteps(List.of(), "heads");
    assertThat(up).hasSize(size);
    List<String> rows = graph.effectiveHeads().stream().map(RevisionNode::id).toList();
    assertThat(graph.downgradeSteps(rows, "base")).hasSize(size);
    assertThat(graph.history()).hasSize(size);
    assertThat(graph.current(rows)).hasSize(rows.size());
    assertThat(graph.stampSteps(List.of(), List.of("heads"))).hasSize(rows.size());
  }
}
