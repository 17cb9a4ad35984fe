package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"3f2a91c07b4d", "a", "v1.0", "zähler_2", "12345678901234567890123456789012"})
  void a_plain_word_is_an_id(String id) {
    assertThat(RevisionGraph.of(List.of(RevisionNode.of(id, List.of(), ""))).get(id).id())
        .isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "head",
        "heads",
        "base",
        "current",
        "a b",
        "a@b",
        "a-b",
        "a+b",
        "a:b",
        "a,b",
        "a/b",
        "a'b",
        "a\"b",
        "a\\b",
        "a\nb",
        "123456789012345678901234567890123"
      })
  void nothing_else_is_an_id_read_or_written(String id) {
    assertThatThrownBy(() -> RevisionGraph.of(List.of(RevisionNode.of(id, List.of(), ""))))
        .isInstanceOf(GraphException.class)
        .hasMessageStartingWith("LMB-320 This cannot be the id of a revision: '" + id + "'.");
    assertThatThrownBy(() -> RevisionGraph.of(List.of()).resolve(RevisionDraft.onHead(id, "")))
        .isInstanceOf(GraphException.class)
        .hasMessageStartingWith("LMB-320 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing", "billing-v2", "b", "2026.1"})
  void a_plain_word_is_a_label(String label) {
    assertThat(RevisionGraph.of(List.of(labelled(label))).get(label).id()).isEqualTo("abcd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "head", "heads", "base", "current", "a b", "a@b", "a+b", "a-2", "-a", "a-", "a:b"
      })
  void nothing_else_is_a_label(String label) {
    assertThatThrownBy(() -> RevisionGraph.of(List.of(labelled(label))))
        .isInstanceOf(GraphException.class)
        .hasMessageStartingWith(
            "LMB-330 This cannot be the label of a branch: '" + label + "' of abcd.");
  }

  @Test
  void a_draft_with_a_label_that_cannot_be_is_refused() {
    RevisionDraft draft =
        new RevisionDraft("abcd", List.of("head"), false, List.of("head"), List.of(), "");
    assertThatThrownBy(() -> RevisionGraph.of(List.of()).resolve(draft))
        .hasMessageStartingWith("LMB-330 ");
  }

  private static RevisionNode labelled(String label) {
    return new RevisionNode("abcd", List.of(), List.of(), List.of(label), "");
  }
}
