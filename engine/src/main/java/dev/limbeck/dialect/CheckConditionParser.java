package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.AtLeast;
import dev.limbeck.model.CheckCondition.Between;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the conditions that Hibernate makes, in its own spelling and in the one in which
 * PostgreSQL stores them; no other database gives the latter another meaning.
 *
 * <pre>
 * condition := column IN (value, …) | column BETWEEN number AND number | column &gt;= number
 *            | column = value | column = ANY (ARRAY[value, …])
 *            | column &gt;= number AND column &lt;= number
 * value     := string | number
 * </pre>
 *
 * with parentheses around any part and casts behind it. A cast is followed only where it changes
 * nothing: of a text to a text type, of a number to a number type. Everything else is free SQL.
 */
public final class CheckConditionParser {
  private static final Set<String> TEXT_TYPES =
      Set.of("text", "character varying", "varchar", "bpchar", "character", "char");
  private static final Set<String> NUMBER_TYPES =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "double precision",
          "real",
          "int2",
          "int4",
          "int8");

  private static final Set<ScalarType.Kind> NUMBERS =
      EnumSet.of(
          ScalarType.Kind.TINYINT,
          ScalarType.Kind.SMALLINT,
          ScalarType.Kind.INTEGER,
          ScalarType.Kind.BIGINT,
          ScalarType.Kind.NUMERIC,
          ScalarType.Kind.DECIMAL);

  private final Table table;
  private final List<SqlToken> tokens;
  private int at;

  private CheckConditionParser(Table table, List<SqlToken> tokens) {
    this.table = table;
    this.tokens = tokens;
  }

  /**
   * The condition that the SQL means.
   *
   * @param table the table that it is on: only its columns are recognised
   */
  public static CheckCondition parse(Table table, String sql) {
    requireNonNull(table, "table");
    List<SqlToken> tokens = SqlText.withoutOuterParentheses(SqlTokenizer.code(sql));
    CheckCondition typed = new CheckConditionParser(table, tokens).whole();
    return typed == null ? CheckCondition.sql(sql.strip()) : typed;
  }

  private @Nullable CheckCondition whole() {
    Comparison first = comparison();
    if (first == null) {
      return null;
    }
    if (at == tokens.size()) {
      return first.condition();
    }
    if (!word("and")) {
      return null;
    }
    Comparison second = comparison();
    return second == null || at != tokens.size() ? null : range(first, second);
  }

  private static @Nullable CheckCondition range(Comparison first, Comparison second) {
    return first.operator.equals(">=")
            && second.operator.equals("<=")
            && first.column.equals(second.column)
            && first.values.get(0) instanceof Long least
            && second.values.get(0) instanceof Long most
        ? new Between(first.column, least, most)
        : null;
  }

  /** Null where what comes is no comparison. */
  private @Nullable Comparison comparison() {
    int start = at;
    if (symbol("(")) {
      Comparison inner = comparison();
      if (inner != null && symbol(")")) {
        return inner;
      }
      at = start;
    }
    Identifier column = column();
    if (column == null) {
      return null;
    }
    if (word("in")) {
      return symbol("(") ? listed(column, ")") : null;
    }
    if (word("between")) {
      return between(column);
    }
    if (symbol("=")) {
      return word("any") ? any(column) : single(column, "=");
    }
    if (symbol(">=")) {
      return single(column, ">=");
    }
    return symbol("<=") ? single(column, "<=") : null;
  }

  private @Nullable Comparison single(Identifier column, String operator) {
    Object value = value();
    return value == null ? null : new Comparison(column, operator, List.of(value));
  }

  private @Nullable Comparison between(Identifier column) {
    Object least = value();
    if (least == null || !word("and")) {
      return null;
    }
    Object most = value();
    return most == null ? null : new Comparison(column, "between", List.of(least, most));
  }

  /** What follows {@code = ANY}: an array, within parentheses and with casts behind each. */
  private @Nullable Comparison any(Identifier column) {
    int open = 0;
    while (symbol("(")) {
      open++;
    }
    if (open == 0 || !word("array") || !symbol("[")) {
      return null;
    }
    Comparison listed = listed(column, "]");
    while (listed != null && open > 0) {
      listed = casts(TEXT_TYPES) && symbol(")") ? listed : null;
      open--;
    }
    return listed;
  }

  private @Nullable Comparison listed(Identifier column, String end) {
    List<Object> values = new ArrayList<>();
    do {
      Object value = value();
      if (value == null) {
        return null;
      }
      values.add(value);
    } while (symbol(","));
    return symbol(end) ? new Comparison(column, "in", values) : null;
  }

  private @Nullable Identifier column() {
    int start = at;
    if (symbol("(")) {
      Identifier inner = column();
      if (inner != null && symbol(")") && casts(castsOf(inner))) {
        return inner;
      }
      at = start;
      return null;
    }
    SqlToken token = peek();
    if (token == null || token.kind() != Kind.WORD && token.kind() != Kind.QUOTED) {
      return null;
    }
    Column column =
        table.column(
            token.kind() == Kind.QUOTED
                ? Identifier.quoted(token.value())
                : Identifier.of(token.text()));
    if (column == null) {
      return null;
    }
    at++;
    return casts(castsOf(column.name())) ? column.name() : null;
  }

  /** The types to which a cast of the column's values leaves them what they are. */
  private Set<String> castsOf(Identifier name) {
    Column column = table.column(name);
    return column != null
            && column.type() instanceof ScalarType scalar
            && NUMBERS.contains(scalar.kind())
        ? NUMBER_TYPES
        : TEXT_TYPES;
  }

  /** A {@link String} or a {@link Long}, or null where what comes is neither. */
  private @Nullable Object value() {
    int start = at;
    if (symbol("(")) {
      Object inner = value();
      if (inner != null && symbol(")")) {
        return cast(inner);
      }
      at = start;
      return null;
    }
    boolean negative = symbol("-");
    SqlToken token = peek();
    if (token == null) {
      return null;
    }
    at++;
    if (token.kind() == Kind.NUMBER) {
      return cast(number(negative ? "-" + token.text() : token.text()));
    }
    return token.kind() == Kind.STRING && !negative ? cast(text(token)) : null;
  }

  private @Nullable Object cast(@Nullable Object value) {
    Object result = value;
    while (result != null && symbol("::")) {
      String type = typeName();
      if (NUMBER_TYPES.contains(type)) {
        result = result instanceof String text ? number(text) : result;
      } else if (!TEXT_TYPES.contains(type) || result instanceof Long) {
        return null;
      }
    }
    return result;
  }

  /** Passes over casts to the given types; false where there is one to another. */
  private boolean casts(Set<String> types) {
    while (symbol("::")) {
      if (!types.contains(typeName())) {
        return false;
      }
    }
    return true;
  }

  /** The words of a type, without its numbers in parentheses and the brackets of an array. */
  private String typeName() {
    StringBuilder name = new StringBuilder();
    SqlToken token = peek();
    while (token != null
        && token.kind() == Kind.WORD
        && !token.isWord("and")
        && !token.isWord("or")) {
      name.append(name.isEmpty() ? "" : " ").append(token.text().toLowerCase(Locale.ROOT));
      at++;
      token = peek();
    }
    if (symbol("(")) {
      at = Math.max(at, SqlText.closing(tokens, at - 1) + 1);
    }
    while (symbol("[")) {
      symbol("]");
    }
    return name.toString();
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWhole) {
      return null;
    }
  }

  /** The text of a string literal; null for a kind that is not read here. */
  private static @Nullable String text(SqlToken token) {
    char first = token.text().charAt(0);
    if (first == '\'' || first == '$') {
      return token.value();
    }
    boolean escapes = first == 'E' || first == 'e';
    String value = token.value();
    String plain = value.replace("\\\\", "");
    return escapes && plain.indexOf('\\') < 0 ? value.replace("\\\\", "\\") : null;
  }

  private @Nullable SqlToken peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  private boolean symbol(String symbol) {
    SqlToken token = peek();
    boolean found = token != null && token.isSymbol(symbol);
    at += found ? 1 : 0;
    return found;
  }

  private boolean word(String word) {
    SqlToken token = peek();
    boolean found = token != null && token.isWord(word);
    at += found ? 1 : 0;
    return found;
  }

  /**
   * A comparison of a column with constants.
   *
   * @param values each a {@link String} or a {@link Long}; at least one
   */
  private record Comparison(Identifier column, String operator, List<Object> values) {

    /** The condition, or null where it is none that has a type. */
    @Nullable CheckCondition condition() {
      return switch (operator) {
        case "in", "=" -> oneOf();
        case "between" ->
            values.get(0) instanceof Long least && values.get(1) instanceof Long most
                ? new Between(column, least, most)
                : null;
        case ">=" -> values.get(0) instanceof Long least ? new AtLeast(column, least) : null;
        default -> null;
      };
    }

    private @Nullable CheckCondition oneOf() {
      if (values.stream().allMatch(String.class::isInstance)) {
        return new OneOf(column, values.stream().map(String.class::cast).toList());
      }
      return values.stream().allMatch(Long.class::isInstance)
          ? new OneOfNumbers(column, values.stream().map(Long.class::cast).toList())
          : null;
    }
  }
}
