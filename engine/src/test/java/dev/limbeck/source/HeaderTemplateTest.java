package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTemplateTest {
  private static final Instant CREATED = Instant.parse("2026-11-21T07:15:59Z");
  private static final String SOURCE =
      "package com.acme;\n\n@Revision(id = \"a\") class R1 implements Migration {}\n";

  private static String header(String text) {
    return HeaderTemplate.of(text, ZoneOffset.UTC, "LICENCE").above(SOURCE, "3f2a", CREATED);
  }

  @Test
  void text_becomes_a_comment() {
    assertThat(header("Copyright {year} Acme\n\nSee {LICENCE}, class @Revision. {id}\n"))
        .isEqualTo(
            """
            /*
             * Copyright 2026 Acme
             *
             * See {LICENCE}, class @Revision. 3f2a
             */

            """
                + SOURCE);
  }

  @Test
  void a_comment_is_taken_as_it_is_and_never_becomes_that_of_the_class() {
    assertThat(header("/* Acme {year} */")).isEqualTo("/* Acme 2026 */\n\n" + SOURCE);
    assertThat(header("// Acme\n//\n// {month}\n")).isEqualTo("// Acme\n//\n// 11\n\n" + SOURCE);
    assertThat(header("/**\n * Acme.\n */\n")).isEqualTo("/*\n * Acme.\n */\n\n" + SOURCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme. @Revision(id = \"no\") class X {",
        "/** Acme. */",
        "// package com.other; \"",
      })
  void the_revision_is_read_as_without_it(String text) throws JavaSyntaxException {
    assertThat(HeaderReader.read(header(text), "R1.java"))
        .isEqualTo(HeaderReader.read(SOURCE, "R1.java"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a */ b", "/* a */ int x; /* b */", "a \\u002a/", "// C:\\users"})
  void what_would_end_the_comment_is_refused(String text) {
    assertThatThrownBy(() -> header(text))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-252 ")
        .hasMessageContaining("LICENCE");
  }
}
