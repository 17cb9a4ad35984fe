package dev.limbeck.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as RFC 8259 has it, and nothing beyond: no comments, no trailing commas, no member
 * twice in an object.
 */
public final class JsonParser {
  private static final int DEEPEST = 500;

  private final String text;
  private int position;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * The value of a text.
   *
   * @throws JsonSyntaxException where it is not exactly one JSON value
   */
  public static Json parse(String text) {
    JsonParser parser = new JsonParser(text);
    Json value = parser.value();
    parser.space();
    if (parser.position < text.length()) {
      throw parser.expected("the end");
    }
    return value;
  }

  private Json value() {
    space();
    if (++depth > DEEPEST) {
      throw expected("less depth");
    }
    Json value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> new JsonString(string());
          case 't' -> word("true", new JsonBoolean(true));
          case 'f' -> word("false", new JsonBoolean(false));
          case 'n' -> word("null", new JsonNull());
          default -> number();
        };
    depth--;
    return value;
  }

  private Json object() {
    take('{');
    Map<String, Json> members = new LinkedHashMap<>();
    space();
    if (peek() == '}') {
      take('}');
      return new JsonObject(members);
    }
    while (true) {
      space();
      int place = position;
      String name = string();
      space();
      take(':');
      if (members.put(name, value()) != null) {
        throw new JsonSyntaxException("another name than \"" + name + "\"", place);
      }
      space();
      if (peek() != ',') {
        take('}');
        return new JsonObject(members);
      }
      take(',');
    }
  }

  private Json array() {
    take('[');
    List<Json> items = new ArrayList<>();
    space();
    if (peek() == ']') {
      take(']');
      return new JsonArray(items);
    }
    while (true) {
      items.add(value());
      space();
      if (peek() != ',') {
        take(']');
        return new JsonArray(items);
      }
      take(',');
    }
  }

  private String string() {
    take('"');
    int begin = position;
    while (isPlain(peek())) {
      position++;
    }
    if (peek() == '"') {
      position++;
      return text.substring(begin, position - 1);
    }
    StringBuilder string = new StringBuilder(text.substring(begin, position));
    while (peek() != '"') {
      char c = next();
      if (c < ' ') {
        position--;
        throw expected("an escape");
      }
      string.append(c == '\\' ? escape() : c);
    }
    take('"');
    return string.toString();
  }

  /** A character that stands for itself, and ends nothing. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private char escape() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
      default -> {
        position--;
        throw expected("an escape");
      }
    };
  }

  private int hex() {
    char c = next();
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      position--;
      throw expected("a hexadecimal digit");
    }
    return digit;
  }

  private Json number() {
    int begin = position;
    if (peek() == '-') {
      position++;
    }
    if (peek() == '0') {
      position++;
    } else {
      digits();
    }
    if (peek() == '.') {
      position++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      position++;
      if (peek() == '+' || peek() == '-') {
        position++;
      }
      digits();
    }
    try {
      return new JsonNumber(new BigDecimal(text.substring(begin, position)));
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException("a smaller number", begin);
    }
  }

  private void digits() {
    int begin = position;
    while (peek() >= '0' && peek() <= '9') {
      position++;
    }
    if (position == begin) {
      throw expected("a value");
    }
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, position)) {
      throw expected("a value");
    }
    position += word.length();
    return value;
  }

  private void space() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  /** The character at the position; a zero character, which JSON never has, at the end. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  private char next() {
    if (position >= text.length()) {
      throw expected("more");
    }
    return text.charAt(position++);
  }

  private void take(char c) {
    if (position >= text.length() || text.charAt(position) != c) {
      throw expected("'" + c + "'");
    }
    position++;
  }

  private JsonSyntaxException expected(String what) {
    return new JsonSyntaxException(what, position);
  }
}
