package dev.limbeck.sql;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What can be said of a piece of SQL by its tokens. */
public final class SqlText {
  private SqlText() {}

  /**
   * True when both texts are the same tokens, whatever their spacing, comments and the case of
   * unquoted words.
   */
  public static boolean sameTokens(String a, String b) {
    return a.equals(b) || normal(a).equals(normal(b));
  }

  /** A text as a literal, quotes inside doubled. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * A statement with its semicolon: on a line of its own where the statement ends in a comment that
   * would swallow it.
   */
  public static String terminated(String statement) {
    String text = statement.stripTrailing();
    List<SqlToken> tokens = SqlTokenizer.tokenize(text);
    SqlToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last == null || last.isSymbol(";")) {
      return text;
    }
    boolean swallows = last.kind() == SqlToken.Kind.COMMENT && last.text().startsWith("--");
    return text + (swallows ? "\n;" : ";");
  }

  /**
   * A text as lines of comment, whatever is in it: each character that some client takes for the
   * end of a line is one.
   */
  public static List<String> comment(String text) {
    return text.lines()
        .map(line -> line.codePoints().map(SqlText::visible))
        .map(
            line ->
                line.collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .map(line -> ("-- " + line).stripTrailing())
        .toList();
  }

  private static int visible(int character) {
    int type = Character.getType(character);
    boolean breaks =
        type == Character.CONTROL
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return breaks ? ' ' : character;
  }

  /**
   * A form in which two texts of the same tokens are equal: one space between tokens, words in
   * lower case, no comments, no parentheses around the whole.
   */
  public static String normal(String sql) {
    return withoutOuterParentheses(SqlTokenizer.code(sql)).stream()
        .map(SqlToken::normal)
        .collect(joining(" "));
  }

  /** The tokens without parentheses that enclose all of them. */
  public static List<SqlToken> withoutOuterParentheses(List<SqlToken> tokens) {
    List<SqlToken> inner = tokens;
    while (inner.size() > 2
        && inner.get(0).isSymbol("(")
        && closing(inner, 0) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  /** Index of the parenthesis that closes the one at {@code open}, or -1. */
  public static int closing(List<SqlToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")") && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
