package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {
  private static final Instant CREATED = Instant.parse("2026-11-21T23:15:59Z");

  private static NameTemplate template(String text) {
    return NameTemplate.of(text, 40, ZoneOffset.UTC, "limbeck.properties:3");
  }

  @ParameterizedTest
  @CsvSource({
    "R{year}{month}{day}_{hour}{minute}_{slug}, R20261121_2315_OrdersGetACustomer",
    "V{epoch}_{id}, V1795302959_3f2a",
    "Rev_{slug}_{second}, Rev_OrdersGetACustomer_59",
    "R{id}, R3f2a",
  })
  void tokens_stand_for_the_parts_of_a_name(String text, String name) {
    assertThat(template(text).name("3f2a", "orders get a customer", CREATED)).isEqualTo(name);
  }

  @Test
  void without_words_the_underscore_before_them_is_left_out() {
    assertThat(template("R{year}_{slug}").name("3f2a", " ", CREATED)).isEqualTo("R2026");
    assertThat(template("R{slug}_{id}").name("3f2a", "", CREATED)).isEqualTo("R_3f2a");
  }

  @Test
  void times_are_those_of_the_zone() {
    assertThat(
            NameTemplate.of("R{year}{month}{day}{hour}", 40, ZoneId.of("Europe/Berlin"), "x")
                .name("3f2a", "", CREATED))
        .isEqualTo("R2026112200");
  }

  @Test
  void words_end_where_the_name_has_no_more_room() {
    NameTemplate template = NameTemplate.of("R_{slug}", 12, ZoneOffset.UTC, "x");
    assertThat(template.name("a", "orders get a customer", CREATED)).isEqualTo("R_OrdersGetA");
    assertThat(template.name("a", "internationalisation", CREATED)).isEqualTo("R_Internationa");
  }

  @Test
  void what_no_name_may_hold_becomes_an_underscore_in_an_id() {
    assertThat(template("R{id}").name("2026.11 x$", "", CREATED)).isEqualTo("R2026_11_x_");
  }

  @ParameterizedTest
  @CsvSource({
    "{year}_{slug}, A name begins with a letter",
    "{slug}, A name begins with a letter",
    "R{rev}, There is no {rev}.",
    "R{year, A brace is not closed.",
    "R-{id}, It gives R-0123456789ab.",
    "db/R{id}, It gives db/R0123456789ab.",
    "db.R{id}, It gives db.R0123456789ab.",
    "R$$1{id}, It gives R$$1",
    "class, It gives class.",
    "%(year)s, A name begins with a letter",
  })
  void a_template_that_gives_no_name_of_a_class_is_refused(String text, String problem) {
    assertThatThrownBy(() -> template(text))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-251 ")
        .hasMessageContaining("limbeck.properties:3   " + text)
        .hasMessageContaining(problem)
        .hasMessageContaining("{epoch}");
  }
}
