package dev.limbeck.testsupport.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a piece of SQL as SQLite reads it; white space and comments are left out. */
final class SqliteTokens {

  /**
   * A token.
   *
   * @param text as it counts: identifiers without their quotes, unquoted words in lower case, the
   *     rest as written
   * @param kind what it is
   */
  record Token(String text, Kind kind) {

    enum Kind {
      /** A keyword or an unquoted identifier. */
      WORD,
      /** A quoted identifier. */
      QUOTED,
      STRING,
      NUMBER,
      SYMBOL
    }

    boolean is(String wordOrSymbol) {
      return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }
  }

  private static final String OPENING = "\"`[";

  private static final List<String> TWO_CHARACTERS =
      List.of("||", "<=", ">=", "<>", "!=", "==", "->", "<<", ">>");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqliteTokens(String sql) {
    this.sql = sql;
  }

  static List<Token> of(String sql) {
    SqliteTokens reading = new SqliteTokens(sql);
    while (reading.at < sql.length()) {
      reading.next();
    }
    return List.copyOf(reading.tokens);
  }

  /** One spelling for every way to write the same tokens, fit to be compared. */
  static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    String before = "(";
    for (Token token : tokens) {
      String shown =
          token.kind() == Token.Kind.QUOTED ? token.text().toLowerCase(Locale.ROOT) : token.text();
      boolean tight = before.equals("(") || before.equals(".") || "(),.".contains(token.text());
      text.append(tight ? "" : " ").append(shown);
      before = token.text();
    }
    return text.toString();
  }

  static String text(String sql) {
    return text(of(sql));
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      at = end < 0 ? sql.length() : end;
    } else if (sql.startsWith("/*", at)) {
      int end = sql.indexOf("*/", at + 2);
      at = end < 0 ? sql.length() : end + 2;
    } else if (c == '\'') {
      int end = closing('\'');
      add(end, sql.substring(at, end), Token.Kind.STRING);
    } else if (OPENING.indexOf(c) >= 0) {
      char close = c == '[' ? ']' : c;
      int end = closing(close);
      String inner = sql.substring(at + 1, end - 1).replace("" + close + close, "" + close);
      add(end, inner, Token.Kind.QUOTED);
    } else if (isWordPart(c)) {
      int end = at;
      boolean number = Character.isDigit(c);
      while (end < sql.length()
          && (isWordPart(sql.charAt(end)) || (number && sql.charAt(end) == '.'))) {
        end++;
      }
      add(
          end,
          sql.substring(at, end).toLowerCase(Locale.ROOT),
          number ? Token.Kind.NUMBER : Token.Kind.WORD);
    } else {
      boolean two = at + 2 <= sql.length() && TWO_CHARACTERS.contains(sql.substring(at, at + 2));
      int end = at + (two ? 2 : 1);
      add(end, sql.substring(at, end), Token.Kind.SYMBOL);
    }
  }

  private void add(int end, String text, Token.Kind kind) {
    tokens.add(new Token(text, kind));
    at = end;
  }

  /** The position after the closing quote; a doubled one stands for itself. */
  private int closing(char quote) {
    int i = at + 1;
    while (i < sql.length()) {
      if (sql.charAt(i) != quote) {
        i++;
      } else if (quote != ']' && i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("a quote is not closed: " + sql.substring(at));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
