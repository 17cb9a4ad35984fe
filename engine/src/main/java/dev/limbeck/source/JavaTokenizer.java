package dev.limbeck.source;

import dev.limbeck.source.JavaToken.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Cuts Java source into tokens, one at a time: strings and text blocks come with their value,
 * ordinary comments are passed over.
 */
final class JavaTokenizer {
  private final String source;

  /** The place in the file by the place in {@link #source}; null where they are the same. */
  private final int @Nullable [] places;

  private int at;
  private int line = 1;

  JavaTokenizer(String source) {
    if (source.contains("\\u")) {
      this.places = new int[source.length() + 1];
      this.source = withoutUnicodeEscapes(source, places);
    } else {
      this.places = null;
      this.source = source;
    }
  }

  /** The token that ends at the present place. */
  private JavaToken token(Kind kind, String text, int line, int start) {
    return new JavaToken(kind, text, line, place(start), place(at));
  }

  private int place(int position) {
    int[] known = places;
    return known == null ? position : known[position];
  }

  /** The next token; {@link Kind#END} at the end, as often as it is asked for. */
  JavaToken next() throws JavaSyntaxException {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\n') {
        line++;
        at++;
      } else if (Character.isWhitespace(c) || c == '\ufeff' || c == '\u001a') {
        at++;
      } else if (source.startsWith("//", at)) {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (source.startsWith("/*", at)) {
        boolean doc = source.startsWith("/**", at) && !source.startsWith("/**/", at);
        JavaToken comment = comment();
        if (doc) {
          return comment;
        }
      } else {
        return token(c);
      }
    }
    return token(Kind.END, "", line, at);
  }

  private JavaToken comment() throws JavaSyntaxException {
    int end = source.indexOf("*/", at + 2);
    if (end < 0) {
      throw new JavaSyntaxException(line, "the comment does not end");
    }
    String text = source.substring(Math.min(at + 3, end), end);
    int first = line;
    int start = at;
    countLines(at, end);
    at = end + 2;
    return token(Kind.DOC_COMMENT, text, first, start);
  }

  private JavaToken token(char c) throws JavaSyntaxException {
    if (Character.isJavaIdentifierStart(c) || Character.isHighSurrogate(c)) {
      return run(Kind.WORD);
    }
    if (Character.isDigit(c)) {
      return run(Kind.NUMBER);
    }
    if (source.startsWith("\"\"\"", at)) {
      return textBlock();
    }
    if (c == '"' || c == '\'') {
      return quoted(c);
    }
    at++;
    return token(Kind.SYMBOL, String.valueOf(c), line, at - 1);
  }

  private JavaToken run(Kind kind) {
    int start = at;
    while (at < source.length() && Character.isJavaIdentifierPart(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    at = Math.max(at, start + 1);
    return token(kind, source.substring(start, at), line, start);
  }

  private JavaToken textBlock() throws JavaSyntaxException {
    int start = source.indexOf('\n', at) + 1;
    int end = start;
    while (start > 0 && end < source.length() && !source.startsWith("\"\"\"", end)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    if (start == 0 || end >= source.length()) {
      throw new JavaSyntaxException(line, "the text block does not end");
    }
    String value = value(source.substring(start, end).replace("\r\n", "\n").stripIndent());
    int first = line;
    int opening = at;
    countLines(at, end);
    at = end + 3;
    return token(Kind.STRING, value, first, opening);
  }

  private JavaToken quoted(char quote) throws JavaSyntaxException {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != quote && source.charAt(end) != '\n') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= source.length() || source.charAt(end) != quote) {
      throw new JavaSyntaxException(line, "the string does not end");
    }
    String value = value(source.substring(at + 1, end));
    int start = at;
    at = end + 1;
    return token(quote == '"' ? Kind.STRING : Kind.CHARACTER, value, line, start);
  }

  private String value(String escaped) throws JavaSyntaxException {
    try {
      return escaped.translateEscapes();
    } catch (IllegalArgumentException e) {
      throw new JavaSyntaxException(line, "the string holds an unknown escape");
    }
  }

  private void countLines(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.charAt(i) == '\n') {
        line++;
      }
    }
  }

  /**
   * As the compiler does before all else; a backslash behind a backslash begins no escape.
   *
   * @param places takes the place in the source of each character, and of the end
   */
  private static String withoutUnicodeEscapes(String source, int[] places) {
    StringBuilder text = new StringBuilder(source.length());
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      places[text.length()] = i;
      if (c != '\\' || i + 1 == source.length()) {
        text.append(c);
        i++;
      } else if (source.charAt(i + 1) != 'u') {
        places[text.length() + 1] = i + 1;
        text.append(c).append(source.charAt(i + 1));
        i += 2;
      } else {
        int digits = i + 1;
        while (digits < source.length() && source.charAt(digits) == 'u') {
          digits++;
        }
        int value = hexadecimal(source, digits);
        text.append(value < 0 ? c : (char) value);
        i = value < 0 ? i + 1 : digits + 4;
      }
    }
    places[text.length()] = source.length();
    return text.toString();
  }

  private static int hexadecimal(String source, int start) {
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
