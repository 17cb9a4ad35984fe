package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.SqlExpression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.math.BigDecimal;
import java.util.List;

/**
 * A default as its author may have written it, without the type that PostgreSQL stores behind a
 * constant: {@code '7'::character varying} was {@code '7'}.
 *
 * <p>A number keeps the type that PostgreSQL gives to its digits alone, since nobody wrote that
 * one: {@code -5} is stored as {@code '-5'::integer} whatever the type of the column.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Numeric
 *     constants</a>
 */
final class UntypedConstant {
  private UntypedConstant() {}

  static SqlExpression of(SqlExpression stored) {
    List<SqlToken> tokens = SqlTokenizer.code(stored.text());
    boolean typed =
        tokens.size() > 2
            && tokens.get(0).kind() == SqlToken.Kind.STRING
            && tokens.get(1).text().equals("::")
            && tokens.subList(2, tokens.size()).stream().allMatch(UntypedConstant::isOfTypes);
    if (!typed) {
      return stored;
    }
    boolean asDigits =
        tokens.size() == 3 && tokens.get(2).isWord(typeOfDigits(tokens.get(0).value()));
    return asDigits ? stored : SqlExpression.of(tokens.get(0).text());
  }

  /** True for what the name of a type is made of, as in {@code timestamp(3) with time zone}. */
  private static boolean isOfTypes(SqlToken token) {
    return switch (token.kind()) {
      case WORD -> !token.isWord("collate");
      case QUOTED, NUMBER -> true;
      case SYMBOL -> "()[],.".contains(token.text());
      case STRING, COMMENT -> false;
    };
  }

  /** The type of a number that stands in SQL as it is; empty for what is no number. */
  private static String typeOfDigits(String text) {
    if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return "";
    }
    BigDecimal number = new BigDecimal(text);
    if (text.contains(".") || !isWithin(number, Long.MIN_VALUE, Long.MAX_VALUE)) {
      return "numeric";
    }
    return isWithin(number, Integer.MIN_VALUE, Integer.MAX_VALUE) ? "integer" : "bigint";
  }

  private static boolean isWithin(BigDecimal number, long least, long greatest) {
    return number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(greatest)) <= 0;
  }
}
