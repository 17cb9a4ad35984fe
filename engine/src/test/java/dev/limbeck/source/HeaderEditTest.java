package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderEditTest {
  private static final String BODY =
      """

      public final class R1 implements Migration {
        // revises = "a1" stays, whatever it is
        String revises = "a1";
      }
      """;

  private static String revises(String annotation, String... ids) {
    String edited = new HeaderEdit(annotation + BODY, "R1.java").withRevises(List.of(ids));
    assertThat(edited).endsWith(BODY);
    return edited.substring(0, edited.length() - BODY.length());
  }

  @Test
  void only_the_literal_changes() {
    assertThat(
            revises(
                "@Revision(id = \"b\", /* old */ revises = \"a1\" /* ! */, message = \"\")", "z"))
        .isEqualTo("@Revision(id = \"b\", /* old */ revises = \"z\" /* ! */, message = \"\")");
    assertThat(revises("@Revision(revises=(\"a\" + \"1\"),id=\"b\")", "z"))
        .isEqualTo("@Revision(revises=\"z\",id=\"b\")");
    assertThat(revises("@Revision(id = \"b\", revises = {\"a1\", // one\n \"a2\"})", "a1", "z"))
        .isEqualTo("@Revision(id = \"b\", revises = {\"a1\", // one\n \"z\"})");
  }

  @Test
  void places_are_right_behind_unicode_escapes() {
    assertThat(
            revises(
                "/** \\u00e4\\uuu00e4 \\\\u */ @Revision(id = \"\\u0062\", revises = \"\\u0061\")",
                "z"))
        .isEqualTo("/** \\u00e4\\uuu00e4 \\\\u */ @Revision(id = \"\\u0062\", revises = \"z\")");
  }

  @Test
  void another_number_of_values_is_another_value() {
    assertThat(revises("@Revision(id = \"b\", revises = {\"a1\", \"a2\"}, created = \"x\")", "z"))
        .isEqualTo("@Revision(id = \"b\", revises = \"z\", created = \"x\")");
    assertThat(revises("@Revision(id = \"b\", revises = \"a1\")", "y", "z"))
        .isEqualTo("@Revision(id = \"b\", revises = {\"y\", \"z\"})");
  }

  @Test
  void the_attribute_comes_and_goes() {
    assertThat(revises("@Revision(id = \"b\")", "z"))
        .isEqualTo("@Revision(id = \"b\", revises = \"z\")");
    assertThat(revises("@Revision(\n    id = \"b\",\n    created = \"x\")", "z"))
        .isEqualTo("@Revision(\n    id = \"b\",\n    revises = \"z\",\n    created = \"x\")");
    assertThat(revises("@Revision(\n    id = \"b\",\n    revises = \"a\",\n    created = \"x\")"))
        .isEqualTo("@Revision(\n    id = \"b\",\n    created = \"x\")");
    assertThat(revises("@Revision(id = \"b\", revises = \"a\")"))
        .isEqualTo("@Revision(id = \"b\")");
    assertThat(revises("@Revision(id = \"b\")")).isEqualTo("@Revision(id = \"b\")");
  }

  @Test
  void line_endings_and_a_byte_order_mark_stay() {
    assertThat(revises("\ufeff@Revision(id = \"b\",\r\n\trevises = \"a\")\r\n", "z"))
        .isEqualTo("\ufeff@Revision(id = \"b\",\r\n\trevises = \"z\")\r\n");
  }

  @Test
  void a_file_without_a_revision_is_an_error() {
    assertThatThrownBy(() -> new HeaderEdit("class R1 {}", "R1.java").withRevises(List.of("a")))
        .hasMessageStartingWith("LMB-201 ")
        .hasMessageContaining("R1.java:1");
  }
}
