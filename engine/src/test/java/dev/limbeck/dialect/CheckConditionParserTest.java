package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckConditionParserTest {
  private static final Table TABLE =
      Table.of(
          "loan",
          Column.of("status", Types.varchar(255)),
          Column.of("code", Types.integer()),
          Column.of("`Order`", Types.integer()),
          Column.of("between", Types.varchar(9)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status in ('A','it''s')",
        "(STATUS IN ( 'it''s', 'A' ))",
        "\"status\" in ('A','it''s')",
        "((status)::text = ANY ((ARRAY['A'::character varying, 'it''s'::character varying])::text[]))",
        "(status = ANY (ARRAY['A'::text, 'it''s'::text]))",
        "(status = ANY (ARRAY['A'::bpchar, 'it''s'::character(4)]))",
        "((status)::text = ANY (ARRAY[('A'::character varying)::text, ('it''s'::character varying)::text]))",
      })
  void a_list_of_texts_is_recognised(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql))
        .isEqualTo(CheckCondition.oneOf("status", "A", "it's"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status in ('A')", "((status)::text = 'A'::text)", "status = 'A'"})
  void a_single_text_is_a_list_of_one(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql))
        .isEqualTo(CheckCondition.oneOf("status", "A"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code in (-1,2)",
        "(code = ANY (ARRAY['-1'::integer, 2]))",
        "(code = ANY (ARRAY[('-1'::integer)::bigint, (2)::bigint]))",
        "(code = ANY (ARRAY[('-1'::integer)::numeric, (2)::numeric]))"
      })
  void a_list_of_numbers_is_recognised(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql))
        .isEqualTo(CheckCondition.oneOf("code", -1L, 2L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code between -5 and 3",
        "((code >= '-5'::integer) AND (code <= 3))",
        "code >= -5 and code <= 3",
        "((code >= ('-5'::integer)::numeric) AND (code <= (3)::numeric))",
        "(((code)::numeric >= ('-5'::integer)::numeric) AND ((code)::bigint <= 3))"
      })
  void a_range_is_recognised(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql))
        .isEqualTo(CheckCondition.between("code", -5, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Order\" >= 0", "(\"Order\" >= 0)", "`Order`>=0"})
  void a_lower_bound_is_recognised(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql))
        .isEqualTo(CheckCondition.atLeast("`Order`", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"between in ('A\\b')", "(between = ANY (ARRAY[E'A\\\\b'::text]))"})
  void a_back_slash_is_itself(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql))
        .isEqualTo(CheckCondition.oneOf("between", "A\\b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stranger in ('A')",
        "Order >= 0",
        "code in (1,'A')",
        "code in (1.5)",
        "code in ()",
        "code >= 0 or code <= 3",
        "code >= 0 and status <= 3",
        "code <= 3",
        "code >= 0 and code <= 3 and status = 'A'",
        "not (code >= 0)",
        "code between 1 and",
        "(status)::integer >= 0",
        "(code)::text = '1'",
        "status in ('A', lower('B'))",
        "status in (E'A\\n')",
        "status = ANY (ARRAY['A'::mood])",
        "status = 'A' COLLATE \"C\"",
        "loan.code >= 0",
        "code >= 0 -- and more\n + 1",
        "("
      })
  void anything_else_is_free_sql(String sql) {
    assertThat(CheckConditionParser.parse(TABLE, sql)).isEqualTo(CheckCondition.sql(sql));
  }

  @Test
  void a_typed_condition_names_the_column_as_the_table_does() {
    assertThat(CheckConditionParser.parse(TABLE, "CODE >= 0").columns().get(0).text())
        .isEqualTo("code");
  }
}
