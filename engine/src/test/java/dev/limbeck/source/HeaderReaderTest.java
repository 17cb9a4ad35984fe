package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderReaderTest {

  private static RevisionHeader read(String source) throws JavaSyntaxException {
    return HeaderReader.read(source, "R1.java");
  }

  @Test
  void every_form_of_a_literal_is_read() throws Exception {
    RevisionHeader header =
        read(
            """
            /* The licence, with "quotes" and @Revision(id = "no"). */
            package com . acme.db ;

            import static dev.limbeck.model.Types.*;
            import dev.limbeck.migration.*;

            /**
             * Not the message.
             */
            @SuppressWarnings({"a", "}"}) // class Other {
            @Revision(
                id = "3f2a" + ("91c0" + "7b4d"),
                revises = {"a1", /* and */ "b2",},
                dependsOn = {},
                branchLabels = "shop",
                replaces = {"a9", "3f2a91c07b4d"},
                created = "2026-11-21T07:15:00Z",
                message = \"""
                    Says "much"
                      \\\"""more\\\""" \\u0041\\t\\101
                    \""")
            public final class R1 implements Migration { }
            """);

    assertThat(header)
        .isEqualTo(
            new RevisionHeader(
                "3f2a91c07b4d",
                List.of("a1", "b2"),
                List.of(),
                List.of("shop"),
                List.of("a9", "3f2a91c07b4d"),
                "2026-11-21T07:15:00Z",
                "Says \"much\"\n  \"\"\"more\"\"\" A\tA\n",
                "com.acme.db.R1",
                "R1.java"));
  }

  @Test
  void without_a_message_the_first_sentence_of_the_comment_is_it() throws Exception {
    RevisionHeader header =
        read(
            """
            import dev.limbeck.migration.Revision;

            /**
             * Orders &amp; {@code customer}s get <b>version 1.5</b>&#64;
             * home. More follows.
             *
             * <p>And more.
             */
            @dev.limbeck.migration.Revision(id = "a")
            class R1 {}
            """);

    assertThat(header.message()).isEqualTo("Orders & customers get version 1.5@ home");
    assertThat(header.className()).isEqualTo("R1");
  }

  @Test
  void a_revision_is_found_behind_other_classes() throws Exception {
    assertThat(
            read("""
                    /** Another. */
                    final class Other { char brace = '{'; String s = "{"; /* { */ }
                    @interface Marker { String id() default "}"; }
                    @Revision(id = "a") public class R1 {}
                    """)
                .message())
        .isEmpty();
  }

  @Test
  void what_is_no_revision_is_passed_over() throws Exception {
    assertThat(read("class Plain {}")).isNull();
    assertThat(read("/** Uses @Revision(id = \"a\"). */ class Plain { String Revision; }"))
        .isNull();
    assertThat(read("import org.hibernate.envers.Revision; @Revision(number = 1) class Plain {}"))
        .isNull();
    assertThat(read("")).isNull();
  }

  @Test
  void a_value_that_is_no_literal_is_an_error_with_its_line() {
    assertThatThrownBy(() -> read("\n\n@Revision(id = Ids.FIRST) class R1 {}"))
        .isInstanceOfSatisfying(
            JavaSyntaxException.class, error -> assertThat(error.line()).isEqualTo(3))
        .hasMessage("@Revision takes literals only: expected a string literal, found Ids");
    assertThatThrownBy(() -> read("@Revision(revises = \"a\") class R1 {}"))
        .hasMessage("@Revision has no id");
    assertThatThrownBy(() -> read("@Revision class R1 {}")).hasMessage("@Revision has no id");
    assertThatThrownBy(() -> read("@Revision(id = \"a\"")).hasMessageContaining("end of the file");
    assertThatThrownBy(() -> read("@Revision(id = \"a\n\") class R1 {}"))
        .hasMessage("the string does not end");
  }
}
