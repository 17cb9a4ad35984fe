package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorParserTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "head, -, head, -",
        "3f2a91c0, -, 3f2a91c0, -",
        "billing@head, billing, head, -",
        "+2, -, -, 2",
        "-1, -, -, -1",
        "billing@+2, billing, -, 2",
        "billing@-1, billing, -, -1",
        "3f2a+10, -, 3f2a, 10",
        "head-1, -, head, -1",
        "billing@base+3, billing, base, 3",
        "a.b@3f2a-2, a.b, 3f2a, -2",
        "a@b@-2, a@b, -, -2",
        "+1abc, -, -, 1",
        "v1.0+1, -, v1.0+1, -",
        "@head, '', head, -",
        "billing@, billing, '', -",
        "+, -, +, -",
        "+99999999999, -, -, 2147483647"
      })
  void a_selector_has_a_branch_a_symbol_and_steps(
      String text, @Nullable String branch, @Nullable String symbol, @Nullable Integer steps) {
    assertThat(SelectorParser.parse(text)).isEqualTo(new Selector(branch, symbol, steps));
  }

  @Test
  void listings_take_a_number_for_steps_below_the_heads() {
    assertThat(SelectorParser.stepsBelowHeads("-3")).isEqualTo(-3);
    assertThat(SelectorParser.stepsBelowHeads("-0")).isZero();
    assertThat(SelectorParser.stepsBelowHeads("-")).isZero();
    assertThat(SelectorParser.stepsBelowHeads("+3")).isZero();
    assertThat(SelectorParser.stepsBelowHeads("3f2a")).isZero();
  }
}
