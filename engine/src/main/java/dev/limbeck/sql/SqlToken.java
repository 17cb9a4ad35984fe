package dev.limbeck.sql;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A piece of SQL text.
 *
 * @param kind what it is
 * @param text the piece as written, quotes included
 * @param start offset of its first character in the text it was read from
 */
public record SqlToken(Kind kind, String text, int start) {

  /** What a token is. White space is no token; comments are. */
  public enum Kind {
    /** A keyword or an unquoted identifier. */
    WORD,
    /** An identifier in double quotes, back ticks or brackets. */
    QUOTED,
    /**
     * A string literal, prefix such as {@code E} or {@code x} included, or a dollar-quoted text.
     */
    STRING,
    NUMBER,
    /** An operator or any other punctuation, {@code ::} as one token. */
    SYMBOL,
    COMMENT
  }

  public SqlToken {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Offset of the first character after the token. */
  public int end() {
    return start + text.length();
  }

  /** True for an unquoted word that equals the given one, whatever its case. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** The identifier or string that the token denotes: without its quotes, doubled quotes undone. */
  public String value() {
    if (kind == Kind.QUOTED) {
      char open = text.charAt(0);
      char close = open == '[' ? ']' : open;
      String inner = text.substring(1, Math.max(1, text.length() - 1));
      return inner.replace("" + close + close, "" + close);
    }
    if (kind == Kind.STRING) {
      int quote = text.indexOf('\'');
      if (quote >= 0 && text.charAt(0) != '$') {
        return text.substring(quote + 1, text.length() - 1).replace("''", "'");
      }
      int tag = text.indexOf('$', 1) + 1;
      return text.substring(tag, text.length() - tag);
    }
    return text;
  }

  /**
   * The text in the form in which two tokens of the same meaning are equal: words in lower case,
   * names without the quotes that make no difference.
   */
  String normal() {
    if (kind == Kind.QUOTED && !needsQuotes(value())) {
      return value();
    }
    return kind == Kind.WORD || kind == Kind.NUMBER ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static boolean needsQuotes(String name) {
    return !name.equals(name.toLowerCase(Locale.ROOT)) || !SqlWords.isPlainName(name);
  }
}
