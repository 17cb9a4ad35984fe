package dev.limbeck.json;

import static java.util.Objects.requireNonNull;

/**
 * A text.
 *
 * @param value the text, without quotes and escapes
 */
public record JsonString(String value) implements Json {
  public JsonString {
    requireNonNull(value, "value");
  }

  /** Everything but quotes, backslashes, control characters and lone surrogates stands as it is. */
  @Override
  public void writeTo(StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || isLone(i)) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /** True for half of a character, which no character set can write. */
  private boolean isLone(int index) {
    char c = value.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
  }
}
