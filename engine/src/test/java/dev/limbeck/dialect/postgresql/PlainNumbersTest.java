package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          (VALUE > '-100'::integer)                    | (VALUE > (-100))
          (VALUE > ('-100'::integer)::numeric)         | (VALUE > ((-100)))
          ((VALUE + (1)::numeric(12,2)) > (0)::bigint) | ((VALUE + (1)) > (0))
          (VALUE <> 4)                                 | (VALUE <> 4)
          ((VALUE)::numeric > 1.5)                     | ((VALUE)::numeric > 1.5)
          (length('12'::text) > abs(1)::integer)       | (length('12'::text) > abs(1)::integer)
          (VALUE <> 'it''s ::integer'::text)           | (VALUE <> 'it''s ::integer'::text)
          """)
  void constants_lose_the_type_of_a_number(String stored, String plain) {
    assertThat(PlainNumbers.in(stored)).isEqualTo(plain);
  }
}
