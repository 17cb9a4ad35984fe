package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"C\"                | \"C\"",
        "C                    | c",
        "\"unicode\"          | unicode",
        "UNICODE              | unicode",
        "\"de-x-icu\"         | \"de-x-icu\"",
        "pg_catalog.\"C\"     | \"C\"",
        "\"pg_catalog\".\"C\" | \"C\"",
        "\"Own\".\"german\"   | \"Own\".german",
        "\"default\"          | \"default\"",
        "\"a\"\"b\"           | \"a\"\"b\"",
        "no name              | no name",
      })
  void a_name_is_spelled_as_the_catalog_spells_it(String sql, String spelled) {
    assertThat(QuotedName.of(sql)).isEqualTo(spelled);
  }
}
