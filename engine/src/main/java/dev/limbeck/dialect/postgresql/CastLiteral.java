package dev.limbeck.dialect.postgresql;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;

/**
 * Literals with the type that PostgreSQL notes behind them, which is that of their column: {@code
 * 'new'::character varying}, {@code '-1'::integer}.
 */
final class CastLiteral {
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double");

  private CastLiteral() {}

  /**
   * A literal as somebody wrote it, so that a column of another type takes it as one of that type;
   * any other expression as it is.
   */
  static String uncast(String sql) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    boolean castLiteral =
        tokens.size() > 2
            && tokens.get(0).kind() == SqlToken.Kind.STRING
            && NullText.isCast(tokens, 1);
    if (!castLiteral) {
      return sql;
    }
    SqlToken literal = tokens.get(0);
    return NUMBERS.stream().anyMatch(tokens.get(2)::isWord) && isNegative(literal.value())
        ? literal.value()
        : literal.text();
  }

  /** PostgreSQL puts negative numbers in quotes. */
  private static boolean isNegative(String text) {
    return text.length() > 1
        && text.charAt(0) == '-'
        && text.chars().skip(1).allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }
}
