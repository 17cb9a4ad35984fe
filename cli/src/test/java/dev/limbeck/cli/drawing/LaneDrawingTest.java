package dev.limbeck.cli.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LaneDrawingTest {

  /** {@code m: b c ~x} is a revision m that follows b and c and depends on x. */
  private static List<DrawnRevision> revisions(String... texts) {
    return Arrays.stream(texts).map(LaneDrawingTest::revision).toList();
  }

  private static DrawnRevision revision(String text) {
    String id = text.substring(0, text.indexOf(':'));
    List<String> references =
        Arrays.stream(text.substring(id.length() + 1).split(" "))
            .filter(s -> !s.isEmpty())
            .toList();
    return new DrawnRevision(
        id,
        '*',
        references.stream().filter(each -> !each.startsWith("~")).toList(),
        references.stream()
            .filter(each -> each.startsWith("~"))
            .map(each -> each.substring(1))
            .toList(),
        List.of(id));
  }

  private static String drawn(String... revisions) {
    return String.join(
            "\n", LaneDrawing.lines(revisions(revisions), color -> UnaryOperator.identity()))
        + "\n";
  }

  @Test
  void a_line_is_a_lane() {
    assertThat(drawn("c: b", "b: a", "a:"))
        .isEqualTo(
            """
            * c
            * b
            * a
            """);
  }

  @Test
  void a_branch_has_a_lane_of_its_own_down_to_where_it_begins() {
    assertThat(drawn("d: a", "c: b", "b: a", "a:"))
        .isEqualTo(
            """
            * d
            | * c
            | * b
            |/
            * a
            """);
  }

  @Test
  void a_merge_has_a_lane_for_each_parent() {
    assertThat(drawn("m: b c", "c: a", "b: a", "a:"))
        .isEqualTo(
            """
            * m
            |\\
            | * c
            * | b
            |/
            * a
            """);
    assertThat(drawn("m: b c d", "d: a", "c: a", "b: a", "a:"))
        .isEqualTo(
            """
            * m
            |\\
            |\\ \\
            | | * d
            | * | c
            | |/
            * | b
            |/
            * a
            """);
  }

  @Test
  void dependencies_have_lines_of_other_signs() {
    assertThat(drawn("c: b ~x", "b: a", "a: ~x", "x:"))
        .isEqualTo(
            """
            * c
            |.
            * : b
            * : a
            :'
            * x
            """);
    assertThat(drawn("c: ~x", "x:"))
        .isEqualTo(
            """
            * c
            :
            * x
            """);
  }

  @Test
  void several_bases_are_kept_apart() {
    assertThat(drawn("b2: b1", "b1:", "a2: a1", "a1:"))
        .isEqualTo(
            """
            * b2
            * b1

            * a2
            * a1
            """);
    assertThat(drawn("m: a b", "a:", "b:"))
        .isEqualTo(
            """
            * m
            |\\
            * | a
             /
            * b
            """);
  }

  @Test
  void a_line_passes_the_lanes_between_it_and_its_end() {
    assertThat(drawn("h1: a", "h2: b", "h3: c", "h4: a", "c: a", "b: a", "a:"))
        .isEqualTo(
            """
            * h1
            | * h2
            | | * h3
            | | | * h4
            | | |/
            | |/|
            |/| |
            | | * c
            | |/
            |/|
            | * b
            |/
            * a
            """);
  }

  @Test
  void crossed_merges_can_be_followed() {
    assertThat(drawn("m2: m1 y", "y: x", "m1: b x", "x: a", "b: a", "a:"))
        .isEqualTo(
            """
            * m2
            |\\
            | * y
            * | m1
            |\\ \\
            | |/
            | * x
            * | b
            |/
            * a
            """);
  }

  @Test
  void what_is_not_drawn_has_no_line_and_further_lines_of_text_stand_beside_the_lanes() {
    List<DrawnRevision> revisions =
        List.of(
            new DrawnRevision("d", '*', List.of("b"), List.of(), List.of("d", "two", "")),
            new DrawnRevision("c", '*', List.of("b"), List.of("gone"), List.of("c", "two")),
            new DrawnRevision("b", '~', List.of("gone"), List.of(), List.of("b", "two")),
            new DrawnRevision("e", '*', List.of(), List.of(), List.of("e")));
    assertThat(String.join("\n", LaneDrawing.lines(revisions, color -> UnaryOperator.identity())))
        .isEqualTo(
            """
            * d
            | two
            |
            | * c
            | | two
            |/
            ~ b
              two
            * e""");
  }

  @Test
  void each_lane_has_a_color_and_keeps_it() {
    assertThat(
            LaneDrawing.lines(
                revisions("m: b c", "c: a", "b: a", "a:"), color -> sign -> sign + color))
        .containsExactly("*0 m", "|0\\1", "|0 *1 c", "*0 |1 b", "|0/1", "*0 a");
  }

  @Test
  void a_thousand_revisions_are_drawn_at_once() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 999; i >= 0; i--) {
      StringBuilder text = new StringBuilder("r" + i + ":");
      if (i > 0) {
        text.append(" r").append(Math.max(0, i - 1 - random.nextInt(4)));
      }
      if (i > 10 && random.nextInt(5) == 0) {
        text.append(" r").append(i - 6 - random.nextInt(4));
      }
      texts.add(text.toString());
    }
    List<DrawnRevision> revisions = revisions(texts.toArray(String[]::new));

    List<String> lines =
        Assertions.assertTimeout(
            Duration.ofSeconds(10),
            () -> LaneDrawing.lines(revisions, color -> UnaryOperator.identity()));

    assertThat(lines.stream().filter(line -> line.contains("*"))).hasSize(1_000);
  }

  @Test
  void graphviz_text_is_escaped() {
    assertThat(GraphvizText.lines(tricky()))
        .containsExactly(
            "digraph revisions {",
            "  rankdir=BT;",
            "  node [shape=box, fontname=\"monospace\"];",
            "  \"b\" [label=\"b  say \\\"hi\\\" \\\\n\"];",
            "  \"x\" [label=\"x\"];",
            "  \"end\" [label=\"end\"];",
            "  \"end\" -> \"b\";",
            "  \"x\" -> \"b\" [style=dashed];",
            "}");
  }

  @Test
  void mermaid_text_is_escaped() {
    assertThat(MermaidText.lines(tricky()))
        .containsExactly(
            "flowchart BT",
            "  r0[\"b  say #34;hi#34; #92;n\"]",
            "  r1[\"x\"]",
            "  r2[\"end\"]",
            "  r2 --> r0",
            "  r1 -.-> r0");
  }

  private static List<DrawnRevision> tricky() {
    return List.of(
        new DrawnRevision(
            "b", '*', List.of("end", "gone"), List.of("x"), List.of("b  say \"hi\" \\n")),
        new DrawnRevision("x", '*', List.of(), List.of(), List.of("x")),
        new DrawnRevision("end", '*', List.of(), List.of(), List.of("end")));
  }
}
