package dev.limbeck.dialect.postgresql;

import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;

/** Tells null from other expressions, whatever type it is cast to. */
final class NullText {

  /** What can follow the first word of a type's name. */
  private static final Set<String> LATER_WORDS =
      Set.of(
          "varying precision with without time zone year month day hour minute second to array"
              .split(" "));

  private NullText() {}

  /**
   * True for {@code null} and for what PostgreSQL makes of it where the type has numbers: {@code
   * NULL::character varying}.
   */
  static boolean isNull(String sql) {
    return isNull(SqlTokenizer.code(sql));
  }

  private static boolean isNull(List<SqlToken> sql) {
    List<SqlToken> tokens = SqlText.withoutOuterParentheses(sql);
    if (tokens.isEmpty()) {
      return false;
    }
    if (tokens.get(0).isSymbol("(")) {
      int closing = SqlText.closing(tokens, 0);
      return closing > 0 && isNull(tokens.subList(0, closing + 1)) && isCast(tokens, closing + 1);
    }
    if (tokens.get(0).isWord("cast") && tokens.size() > 3 && tokens.get(1).isSymbol("(")) {
      int closing = SqlText.closing(tokens, 1);
      return tokens.get(2).isWord("null")
          && tokens.get(3).isWord("as")
          && closing > 0
          && isCast(tokens, closing + 1);
    }
    return tokens.get(0).isWord("null") && isCast(tokens, 1);
  }

  /** True where nothing but types that something is cast to begins there. */
  static boolean isCast(List<SqlToken> tokens, int from) {
    int at = from;
    while (at < tokens.size()) {
      if (!tokens.get(at).isSymbol("::") || ++at == tokens.size() || !isName(tokens.get(at++))) {
        return false;
      }
      while (at < tokens.size() && !tokens.get(at).isSymbol("::")) {
        SqlToken token = tokens.get(at++);
        if (token.isSymbol(".") && at < tokens.size() && isName(tokens.get(at))) {
          at++;
        } else if (!isPartOfType(token)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isName(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
  }

  private static boolean isPartOfType(SqlToken token) {
    return token.kind() == SqlToken.Kind.NUMBER
        || LATER_WORDS.stream().anyMatch(token::isWord)
        || List.of("(", ")", ",", "[", "]").contains(token.text());
  }
}
