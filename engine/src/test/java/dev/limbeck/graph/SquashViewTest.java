package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SquashViewTest {
  private static final RevisionNode A = node("aaaa", List.of(), List.of());
  private static final RevisionNode B = node("bbbb", List.of("aaaa"), List.of());
  private static final RevisionNode C = node("cccc", List.of("bbbb"), List.of());
  private static final RevisionNode D = node("dddd", List.of("cccc"), List.of());
  private static final RevisionNode SQUASH = squash("cccc", List.of("aaaa"), "bbbb", "cccc");

  private static RevisionNode node(String id, List<String> parents, List<String> dependsOn) {
    return new RevisionNode(id, parents, dependsOn, List.of(), "");
  }

  private static RevisionNode squash(String id, List<String> parents, String... replaces) {
    return new RevisionNode(id, parents, List.of(), List.of(), List.of(replaces), "");
  }

  private static SquashView view(RevisionNode... nodes) {
    return SquashView.of(List.of(nodes));
  }

  private static List<String> upgrade(RevisionGraph graph, List<String> rows, String target) {
    return graph.upgradeSteps(rows, target).stream().map(step -> step.revision().id()).toList();
  }

  private static RevisionNode named(RevisionGraph graph, String id) {
    return graph.byId(id).orElseThrow();
  }

  @Test
  void without_a_database_the_squash_stands_for_what_it_replaces() {
    RevisionGraph graph = view(A, B, C, SQUASH, D).graph();

    assertThat(graph.revisions()).containsExactly(A, SQUASH, D);
    assertThat(upgrade(graph, List.of(), "head")).containsExactly("aaaa", "cccc", "dddd");
  }

  @Test
  void a_database_in_the_middle_goes_on_with_the_replaced_ones() {
    SquashView view = view(SQUASH, A, B, C, D);

    assertThat(view.open()).containsExactly(SQUASH);
    assertThat(named(view.graph(List.of()), "cccc")).isEqualTo(SQUASH);
    assertThat(named(view.graph(List.of("aaaa")), "cccc")).isEqualTo(SQUASH);
    assertThat(named(view.graph(List.of("bbbb")), "cccc")).isEqualTo(C);
    assertThat(named(view.graph(List.of("cccc")), "cccc")).isEqualTo(SQUASH);
    assertThat(named(view.graph(List.of("dddd")), "cccc")).isEqualTo(SQUASH);
    assertThat(upgrade(view.graph(List.of("bbbb")), List.of("bbbb"), "head"))
        .containsExactly("cccc", "dddd");
  }

  @Test
  void a_database_behind_it_goes_down_across_it_in_one_step() {
    RevisionGraph graph = view(A, B, C, SQUASH, D).graph(List.of("dddd"));

    assertThat(graph.downgradeSteps(List.of("dddd"), "aaaa"))
        .extracting(step -> step.revision())
        .containsExactly(D, SQUASH);
    assertThatThrownBy(() -> graph.downgradeSteps(List.of("dddd"), "bbbb"))
        .hasMessageStartingWith("LMB-329 Revision bbbb is part of cccc since it was squashed.");
    assertThatThrownBy(() -> graph.get("bbb")).hasMessageStartingWith("LMB-329 ");
  }

  @Test
  void when_the_replaced_ones_are_gone_it_is_a_revision_like_any_other() {
    SquashView view = view(A, SQUASH, D);

    assertThat(view.open()).isEmpty();
    assertThat(upgrade(view.graph(List.of("aaaa")), List.of("aaaa"), "head"))
        .containsExactly("cccc", "dddd");
    assertThatThrownBy(() -> upgrade(view.graph(List.of("bbbb")), List.of("bbbb"), "head"))
        .hasMessageStartingWith("LMB-329 ");
  }

  @Test
  void what_is_left_of_the_replaced_ones_after_a_part_was_deleted_does_not_count() {
    SquashView view = view(A, SQUASH, C, D);

    assertThat(view.open()).isEmpty();
    assertThat(view.graph().revisions()).containsExactly(A, SQUASH, D);
  }

  @Test
  void without_the_squash_everything_is_as_before() {
    assertThat(view(A, B, C, D).graph().revisions()).containsExactly(A, B, C, D);
  }

  @Test
  void who_depends_on_the_middle_depends_on_the_squash() {
    RevisionNode other = node("oooo", List.of(), List.of("bbbb"));
    RevisionGraph graph = view(A, B, C, SQUASH, other).graph();

    assertThat(named(graph, "oooo").dependsOn()).containsExactly("cccc");
    assertThat(upgrade(graph, List.of(), "oooo")).containsExactly("aaaa", "cccc", "oooo");
  }

  @Test
  void a_row_of_who_depends_on_the_middle_does_not_stand_for_the_whole() {
    RevisionNode other = node("oooo", List.of(), List.of("bbbb"));
    SquashView view = view(A, B, C, SQUASH, other);
    ConformanceTable table = new ConformanceTable(List.of());
    view.graph().upgradeSteps(List.of(), "heads").forEach(step -> table.apply(step.rows()));

    assertThat(table.sorted()).containsExactly("cccc", "oooo");
    assertThat(upgrade(view.graph(table.sorted()), table.sorted(), "heads")).isEmpty();
    List<String> middle = List.of("oooo");
    assertThat(named(view.graph(middle), "cccc")).isEqualTo(C);
    assertThat(upgrade(view.graph(middle), middle, "heads")).containsExactly("cccc");

    RevisionNode remapped = node("oooo", List.of(), List.of("cccc"));
    RevisionGraph finished = view(A, SQUASH, remapped).graph(table.sorted());
    assertThat(upgrade(finished, table.sorted(), "heads")).isEmpty();
    finished.downgradeSteps(table.sorted(), "aaaa").forEach(step -> table.apply(step.rows()));
    assertThat(table.sorted()).containsExactly("aaaa");
  }

  @Test
  void a_branch_off_the_middle_is_an_error_that_says_what_to_type() {
    RevisionNode branch = node("eeee", List.of("bbbb"), List.of());

    assertThatThrownBy(() -> view(A, B, C, SQUASH, branch).graph())
        .hasMessageStartingWith("LMB-329 ")
        .hasMessageContaining("eeee revises 'bbbb', which is part of cccc")
        .hasMessageContaining("limbeck rebase eeee --onto cccc");
  }

  @Test
  void a_finished_squash_can_be_squashed_again() {
    RevisionNode again = squash("dddd", List.of(), "aaaa", "bbbb", "cccc", "dddd");
    SquashView view = view(A, SQUASH, D, again);

    assertThat(view.open()).containsExactly(again);
    assertThat(view.graph().revisions()).containsExactly(again);
    assertThat(view.graph(List.of("cccc")).revisions()).containsExactly(A, SQUASH, D);
  }

  @Test
  void a_second_file_of_an_id_that_replaces_no_more_is_an_error() {
    List<RevisionNode> twice = new ArrayList<>(Arrays.asList(A, B, C, SQUASH, SQUASH));

    assertThatThrownBy(() -> SquashView.of(twice).graph()).hasMessageStartingWith("LMB-318 ");
  }
}
