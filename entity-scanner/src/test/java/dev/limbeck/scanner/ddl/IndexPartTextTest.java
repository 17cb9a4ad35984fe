package dev.limbeck.scanner.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.IndexPart;
import org.junit.jupiter.api.Test;

class IndexPartTextTest {
  @Test
  void an_expression_loses_its_parentheses() {
    assertThat(IndexPartText.parse("lower(name)")).isEqualTo(IndexPart.expression("lower(name)"));
    assertThat(IndexPartText.parse("((a + b))")).isEqualTo(IndexPart.expression("a + b"));
    assertThat(IndexPartText.parse("(a) + (b)")).isEqualTo(IndexPart.expression("(a) + (b)"));
  }

  @Test
  void what_stands_behind_it_is_the_order() {
    assertThat(IndexPartText.parse("(lower(name)) desc nulls last"))
        .isEqualTo(IndexPart.expression("lower(name)").desc().nullsLast());
    assertThat(IndexPartText.parse("(lower(name)) ASC NULLS FIRST"))
        .isEqualTo(IndexPart.expression("lower(name)").nullsFirst());
  }

  @Test
  void a_collation_and_an_operator_class_are_read() {
    assertThat(IndexPartText.parse("(lower(name)) collate \"C\" text_pattern_ops desc"))
        .isEqualTo(
            IndexPart.expression("lower(name)").collate("\"C\"").using("text_pattern_ops").desc());
  }

  @Test
  void what_is_not_understood_belongs_to_the_expression() {
    assertThat(IndexPartText.parse("(a) at time zone 'UTC'"))
        .isEqualTo(IndexPart.expression("(a) at time zone 'UTC'"));
  }
}
