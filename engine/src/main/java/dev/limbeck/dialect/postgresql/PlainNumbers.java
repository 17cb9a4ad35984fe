package dev.limbeck.dialect.postgresql;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;

/**
 * An expression without the types that PostgreSQL notes behind its constants that are numbers: in
 * {@code VALUE > ('-1'::integer)::numeric} they are those of a value that was a {@code numeric}.
 * Where the value is to be of another type, they would make it one of the old type at each
 * comparison.
 */
final class PlainNumbers {
  private static final Set<String> TYPES =
      Set.of("smallint", "integer", "bigint", "numeric", "real");

  private PlainNumbers() {}

  static String in(String sql) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (tokens.get(i).text().equals("::")
          && TYPES.stream().anyMatch(tokens.get(i + 1)::isWord)
          && isConstant(tokens, i - 1)) {
        int end = tokens.get(typeEnd(tokens, i + 1)).end();
        SqlToken last = tokens.get(i - 1);
        return in(sql.substring(0, last.start()) + plain(last) + sql.substring(end));
      }
    }
    return sql;
  }

  /** PostgreSQL puts negative numbers in quotes. */
  private static String plain(SqlToken last) {
    return last.kind() == SqlToken.Kind.STRING ? "(" + last.value() + ")" : last.text();
  }

  /** True for a literal that ends there, or one in parentheses that are no call. */
  private static boolean isConstant(List<SqlToken> tokens, int last) {
    int at = last;
    while (at > 0 && tokens.get(at).text().equals(")")) {
      at--;
    }
    int closed = last - at;
    if (!isLiteral(tokens.get(at)) || closed == 0) {
      return isLiteral(tokens.get(at));
    }
    at = at > 0 && tokens.get(at - 1).text().equals("-") ? at - 2 : at - 1;
    for (int i = 0; i < closed; i++, at--) {
      if (at < 0 || !tokens.get(at).text().equals("(")) {
        return false;
      }
    }
    return at < 0 || tokens.get(at).kind() == SqlToken.Kind.SYMBOL;
  }

  private static boolean isLiteral(SqlToken token) {
    return token.kind() == SqlToken.Kind.NUMBER
        || token.kind() == SqlToken.Kind.STRING && isNumber(token.value());
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  /** The last token of a type: its digits, where it says some. */
  private static int typeEnd(List<SqlToken> tokens, int type) {
    int at = type + 1;
    if (at >= tokens.size() || !tokens.get(at).text().equals("(")) {
      return type;
    }
    while (!tokens.get(at).text().equals(")")) {
      at++;
    }
    return at;
  }
}
