package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

  private static final RevisionGraph FORK =
      RevisionGraph.of(
          List.of(
              node("3f2a91c0"),
              node("a1b2c3d4", "3f2a91c0"),
              new RevisionNode(
                  "bill0001", List.of("a1b2c3d4"), List.of(), List.of("billing"), "invoices"),
              node("bill0002", "bill0001"),
              new RevisionNode(
                  "ship0001", List.of("a1b2c3d4"), List.of("billing"), List.of("shipping"), "")));

  private static RevisionNode node(String id, String... down) {
    return RevisionNode.of(id, List.of(down), "");
  }

  @Test
  void a_prefix_names_a_revision() {
    assertThat(FORK.get("3f")).isEqualTo(node("3f2a91c0"));
    assertThat(FORK.get("billing").id()).isEqualTo("bill0001");
    assertThat(FORK.get("shipping@head").id()).isEqualTo("ship0001");
    assertThat(FORK.find("base")).isEmpty();
  }

  @Test
  void an_unknown_revision_is_an_error_that_says_what_to_do() {
    assertThatThrownBy(() -> FORK.get("nope"))
        .isInstanceOfSatisfying(
            GraphException.class,
            error -> {
              assertThat(error.problem()).isEqualTo(GraphProblem.UNKNOWN_REVISION);
              assertThat(error.code()).isEqualTo("LMB-301");
              assertThat(error.exitCode()).isEqualTo(5);
            })
        .hasMessage(
            """
            LMB-301 There is no revision 'nope'.
              No id or label equals it or begins with it.
              See `limbeck history`; is the directory of the revisions the right one?\
            """);
  }

  @Test
  void several_heads_are_listed_where_one_is_needed() {
    assertThatThrownBy(() -> FORK.upgradeSteps(List.of(), "head"))
        .hasMessageContaining("bill0002, ship0001")
        .hasMessageContaining("limbeck merge");
  }

  @Test
  void a_dependency_is_run_before_what_needs_it() {
    assertThat(FORK.upgradeSteps(List.of("a1b2c3d4"), "ship0001"))
        .containsExactly(
            new RevisionStep(
                FORK.get("bill0001"),
                Direction.UPGRADE,
                List.of(new RowOperation.Update("a1b2c3d4", "bill0001"))),
            new RevisionStep(
                FORK.get("ship0001"),
                Direction.UPGRADE,
                List.of(new RowOperation.Update("bill0001", "ship0001"))));
  }

  @Test
  void undoing_a_revision_leaves_its_dependency() {
    assertThat(FORK.downgradeSteps(List.of("ship0001"), "-1"))
        .containsExactly(
            new RevisionStep(
                FORK.get("ship0001"),
                Direction.DOWNGRADE,
                List.of(new RowOperation.Update("ship0001", "bill0001"))));
  }

  @Test
  void a_merge_moves_one_row_and_removes_the_other() {
    RevisionNode merge = FORK.resolve(RevisionDraft.merging("merge001", List.of("heads"), "both"));
    assertThatThrownBy(
            () -> FORK.resolve(RevisionDraft.merging("merge001", List.of("a1b2"), "below")))
        .hasMessageStartingWith("LMB-325 Revision a1b2c3d4 is not a head.");
    assertThat(merge.downRevisions()).containsExactly("bill0002", "ship0001");
    RevisionGraph merged =
        RevisionGraph.of(Stream.concat(FORK.revisions().stream(), Stream.of(merge)).toList());
    assertThat(merged.upgradeSteps(List.of("bill0002", "ship0001"), "head"))
        .containsExactly(
            new RevisionStep(
                merge,
                Direction.UPGRADE,
                List.of(
                    new RowOperation.Delete("bill0002"),
                    new RowOperation.Update("ship0001", "merge001"))));
  }

  @Test
  void a_stamp_of_all_heads_leaves_a_row_for_each() {
    List<StampStep> steps = FORK.stampSteps(List.of("bill0002"), List.of("heads"));
    ConformanceTable table = new ConformanceTable(List.of("bill0002"));
    steps.forEach(step -> table.apply(step.rows()));
    assertThat(table.sorted()).containsExactly("bill0002", "ship0001");
  }

  @Test
  void a_cycle_is_named_with_its_revisions() {
    assertThatThrownBy(
            () ->
                RevisionGraph.of(
                    List.of(node("a"), node("b", "a", "d"), node("c", "b"), node("d", "c"))))
        .hasMessageContaining("LMB-313")
        .hasMessageContaining("form a cycle: b, d, c.");
  }

  @Test
  void all_missing_references_are_reported_at_once() {
    assertThatThrownBy(
            () ->
                RevisionGraph.of(
                    List.of(
                        node("a", "gone"),
                        new RevisionNode("b", List.of(), List.of("lost"), List.of(), ""))))
        .hasMessageContaining("a revises 'gone', b depends on 'lost'");
  }

  @Test
  void history_begins_with_the_newest() {
    assertThat(FORK.history("billing@base:", List.of()))
        .extracting(RevisionNode::id)
        .containsExactly("bill0002", "bill0001", "a1b2c3d4", "3f2a91c0");
    assertThat(FORK.history("current:+1", List.of("bill0001")))
        .extracting(RevisionNode::id)
        .containsExactly("bill0002", "bill0001");
  }

  @Test
  void the_tracker_refuses_what_does_not_fit_the_state() {
    HeadTracker tracker = HeadTracker.of(FORK, List.of("a1b2c3d4"));
    assertThatThrownBy(() -> tracker.upgraded("bill0002"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bill0002 needs bill0001 first");
    assertThat(tracker.upgraded("bill0001"))
        .containsExactly(new RowOperation.Update("a1b2c3d4", "bill0001"));
    assertThat(tracker.rows()).containsExactly("bill0001");
    assertThat(tracker.applied()).containsExactly("3f2a91c0", "a1b2c3d4", "bill0001");
  }
}
