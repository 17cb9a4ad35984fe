package dev.limbeck.sql;

import java.util.Iterator;
import java.util.List;

/**
 * Question marks in SQL that values stand for, as JDBC has them: not those in quotes and comments;
 * two of them are one that means itself, such as PostgreSQL's operator.
 */
public final class Placeholders {
  private Placeholders() {}

  /** How many there are. */
  public static int count(String sql) {
    return (int)
        SqlTokenizer.tokenize(sql).stream()
            .filter(token -> token.kind() == SqlToken.Kind.SYMBOL)
            .mapToLong(token -> marks(token.text()))
            .sum();
  }

  /**
   * The SQL with a literal in each place.
   *
   * @param literals as many as {@link #count} says
   */
  public static String fill(String sql, List<String> literals) {
    Iterator<String> next = literals.iterator();
    StringBuilder filled = new StringBuilder();
    int copied = 0;
    for (SqlToken token : SqlTokenizer.tokenize(sql)) {
      if (token.kind() == SqlToken.Kind.SYMBOL && token.text().indexOf('?') >= 0) {
        filled.append(sql, copied, token.start());
        append(token.text(), next, filled);
        copied = token.end();
        filled.append(isWord(sql, copied) ? " " : "");
      }
    }
    return filled.append(sql, copied, sql.length()).toString();
  }

  private static int marks(String symbol) {
    int marks = 0;
    for (int i = 0; i < symbol.length(); i++) {
      if (symbol.charAt(i) == '?') {
        boolean itself = i + 1 < symbol.length() && symbol.charAt(i + 1) == '?';
        i += itself ? 1 : 0;
        marks += itself ? 0 : 1;
      }
    }
    return marks;
  }

  /** A space keeps a literal apart from the word before it or behind it. */
  private static void append(String symbol, Iterator<String> literals, StringBuilder out) {
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      if (c != '?') {
        out.append(c);
      } else if (i + 1 < symbol.length() && symbol.charAt(i + 1) == '?') {
        out.append(c);
        i++;
      } else {
        out.append(isWord(out, out.length() - 1) ? " " : "").append(literals.next());
      }
    }
  }

  private static boolean isWord(CharSequence text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }
}
