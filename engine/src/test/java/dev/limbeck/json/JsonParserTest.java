package dev.limbeck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonParserTest {

  @Test
  void every_kind_of_value_is_read() {
    assertThat(
            JsonParser.parse(
                " { \"a\" : [ 1 , -2.50e+1 , true , false , null , \"x\" , { } , [ ] ] } "))
        .isEqualTo(
            new JsonObject(
                Map.of(
                    "a",
                    new JsonArray(
                        List.of(
                            JsonNumber.of(1),
                            new JsonNumber(new java.math.BigDecimal("-2.50e+1")),
                            new JsonBoolean(true),
                            new JsonBoolean(false),
                            new JsonNull(),
                            new JsonString("x"),
                            new JsonObject(Map.of()),
                            new JsonArray(List.of()))))));
  }

  @Test
  void escapes_are_read() {
    assertThat(JsonParser.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00ü\""))
        .isEqualTo(new JsonString("\"\\/\b\f\n\r\té😀ü"));
  }

  @Test
  void what_is_written_is_read_as_it_was() {
    for (String text : List.of("", "\"\\/\b\f\n\r\t\u0000\u001f", "é😀", "\ud83d", "a\udc00b")) {
      JsonString value = new JsonString(text);
      assertThat(JsonParser.parse(value.text())).isEqualTo(value);
      assertThat(java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(value.text()))
          .isTrue();
    }
    for (long number : List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
      assertThat(JsonParser.parse(JsonNumber.of(number).text())).isEqualTo(JsonNumber.of(number));
    }
  }

  @Test
  void members_keep_their_order_in_the_text() {
    String text = "{\"b\":1,\"a\":[true,null],\"c\":{}}";
    assertThat(JsonParser.parse(text).text()).isEqualTo(text);
  }

  @Test
  void what_is_not_json_is_refused_with_the_place() {
    for (String text :
        List.of(
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "1.",
            "+1",
            ".5",
            "1e",
            "tru",
            "nul",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"",
            "1 2",
            "{\"a\":1,\"a\":2}",
            "[1 2]",
            "'a'",
            "// c\n1",
            "NaN",
            "[".repeat(100_000),
            "1e99999999999")) {
      assertThatThrownBy(() -> JsonParser.parse(text))
          .as(text.length() > 20 ? "deep" : text)
          .isInstanceOf(JsonSyntaxException.class)
          .hasMessageContaining("expected at character ");
    }
  }
}
