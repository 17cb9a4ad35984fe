package dev.limbeck.sql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL text into tokens, by the lexical rules that PostgreSQL and SQLite share, and those of
 * each that do not contradict the other's: nested block comments, dollar quotes, {@code E''}
 * escapes, back ticks and brackets as quotes.
 *
 * <p>A text that ends inside a quote or a comment gives a last token up to its end: the database
 * will say what is wrong. Brackets are quotes only where a word could stand, since {@code a[1]} is
 * an array element.
 */
public final class SqlTokenizer {
  private static final String OPERATORS = "+-*/<>=~!@#%^&|?:";

  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlTokenizer(String sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  /** All tokens, comments included. */
  public static List<SqlToken> tokenize(String sql) {
    var tokenizer = new SqlTokenizer(sql);
    while (tokenizer.at < sql.length()) {
      tokenizer.next();
    }
    return List.copyOf(tokenizer.tokens);
  }

  /** All tokens but comments. */
  public static List<SqlToken> code(String sql) {
    return tokenize(sql).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (lookingAt("--")) {
      int end = sql.indexOf('\n', at);
      add(Kind.COMMENT, end < 0 ? sql.length() : end);
    } else if (lookingAt("/*")) {
      add(Kind.COMMENT, endOfBlockComment());
    } else if (c == '\'') {
      add(Kind.STRING, endOfQuote(at, '\'', false));
    } else if (c == '"' || c == '`') {
      add(Kind.QUOTED, endOfQuote(at, c, false));
    } else if (c == '[' && !followsOperand()) {
      int end = sql.indexOf(']', at);
      add(Kind.QUOTED, end < 0 ? sql.length() : end + 1);
    } else if (c == '$' && dollarTagEnd() > 0) {
      int tagEnd = dollarTagEnd();
      String tag = sql.substring(at, tagEnd);
      int end = sql.indexOf(tag, tagEnd);
      add(Kind.STRING, end < 0 ? sql.length() : end + tag.length());
    } else if (Character.isDigit(c)
        || c == '.' && at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1))) {
      add(Kind.NUMBER, endOfNumber());
    } else if (isWordStart(c)) {
      word();
    } else if (lookingAt("::")) {
      add(Kind.SYMBOL, at + 2);
    } else if (OPERATORS.indexOf(c) >= 0) {
      add(Kind.SYMBOL, endOfOperator());
    } else {
      add(Kind.SYMBOL, at + 1);
    }
  }

  private void word() {
    int end = at + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    String word = sql.substring(at, end);
    boolean prefix = word.length() == 1 && "eEbBxXnN".contains(word) || word.equalsIgnoreCase("u&");
    if (prefix && end < sql.length() && sql.charAt(end) == '\'') {
      add(Kind.STRING, endOfQuote(end, '\'', word.equalsIgnoreCase("e")));
    } else {
      add(Kind.WORD, end);
    }
  }

  private int endOfQuote(int open, char quote, boolean backslash) {
    int i = open + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (backslash && c == '\\') {
        i += 2;
      } else if (c == quote) {
        if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
          i += 2;
        } else {
          return i + 1;
        }
      } else {
        i++;
      }
    }
    return sql.length();
  }

  private int endOfBlockComment() {
    int depth = 0;
    int i = at;
    while (i < sql.length()) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return sql.length();
  }

  /** Offset after {@code $tag$}, or -1 where the dollar sign begins no such tag. */
  private int dollarTagEnd() {
    int i = at + 1;
    if (i < sql.length() && Character.isDigit(sql.charAt(i))) {
      return -1;
    }
    while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '_')) {
      i++;
    }
    return i < sql.length() && sql.charAt(i) == '$' ? i + 1 : -1;
  }

  private int endOfNumber() {
    int i = at;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      boolean sign =
          (c == '+' || c == '-')
              && i > at
              && "eE".indexOf(sql.charAt(i - 1)) >= 0
              && !lookingAt("0x");
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !sign) {
        break;
      }
      i++;
    }
    return i;
  }

  private int endOfOperator() {
    int i = at + 1;
    while (i < sql.length()
        && OPERATORS.indexOf(sql.charAt(i)) >= 0
        && !sql.startsWith("--", i)
        && !sql.startsWith("/*", i)
        && !(sql.charAt(i) == '-' || sql.charAt(i) == '+')) {
      i++;
    }
    return i;
  }

  private boolean followsOperand() {
    if (tokens.isEmpty() || at == 0) {
      return false;
    }
    SqlToken last = tokens.get(tokens.size() - 1);
    return last.end() == at
        && (last.kind() == Kind.WORD
            || last.kind() == Kind.QUOTED
            || last.isSymbol("]")
            || last.isSymbol(")"));
  }

  private boolean lookingAt(String text) {
    return sql.startsWith(text, at);
  }

  private void add(Kind kind, int end) {
    tokens.add(new SqlToken(kind, sql.substring(at, end), at));
    at = end;
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || c > 127;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || Character.isDigit(c) || c == '$';
  }
}
