package dev.limbeck.scanner.ddl;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a piece of DDL that moves on as tokens are read. Not safe for several threads. */
final class DdlTokens {
  private final String sql;
  private final List<SqlToken> tokens;
  private int at;

  DdlTokens(String sql) {
    this.sql = sql;
    this.tokens = SqlTokenizer.code(sql);
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** True where the next tokens are these words or symbols; they are read then. */
  boolean skip(String... words) {
    if (!lookingAt(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  boolean lookingAt(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size()) {
        return false;
      }
      SqlToken token = tokens.get(at + i);
      if (!token.isWord(words[i]) && !token.isSymbol(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The text up to the first of these words outside of parentheses; empty where one is next. */
  String until(Set<String> words) {
    return until(words, at);
  }

  /** As {@link #until(Set)}, but the next token belongs to the text whatever it is. */
  String someUntil(Set<String> words) {
    return until(words, at + 1);
  }

  private String until(Set<String> words, int from) {
    int first = at;
    int end = from;
    while (end < tokens.size() && !words.contains(word(tokens.get(end)))) {
      int closing = tokens.get(end).isSymbol("(") ? SqlText.closing(tokens, end) : -1;
      end = closing < 0 ? end + 1 : closing + 1;
    }
    at = Math.min(end, tokens.size());
    return text(first, at);
  }

  /** What stands in the parentheses that are next; they are read. Empty where there are none. */
  String inParentheses() {
    if (!lookingAt("(")) {
      return "";
    }
    int closing = SqlText.closing(tokens, at);
    int end = closing < 0 ? tokens.size() : closing;
    String text = text(at + 1, end);
    at = Math.min(end + 1, tokens.size());
    return text;
  }

  /** The text of the next token, which is read. */
  String next() {
    return atEnd() ? "" : tokens.get(at++).text();
  }

  /**
   * The whole number behind these words, if they and it are next; they are read then, else null.
   */
  @Nullable Long numberAfter(String... words) {
    if (!lookingAt(words)) {
      return null;
    }
    int from = at + words.length;
    boolean signed =
        from < tokens.size() && (tokens.get(from).isSymbol("-") || tokens.get(from).isSymbol("+"));
    int digits = signed ? from + 1 : from;
    if (digits >= tokens.size() || !isWhole(tokens.get(digits))) {
      return null;
    }
    String sign = signed ? tokens.get(from).text() : "";
    BigInteger number = new BigInteger(sign + tokens.get(digits).text());
    if (number.bitLength() >= Long.SIZE) {
      return null;
    }
    at = digits + 1;
    return number.longValue();
  }

  private static boolean isWhole(SqlToken token) {
    return token.kind() == SqlToken.Kind.NUMBER
        && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** True where a name is next. */
  boolean lookingAtName() {
    return !atEnd()
        && (tokens.get(at).kind() == SqlToken.Kind.WORD
            || tokens.get(at).kind() == SqlToken.Kind.QUOTED);
  }

  /** The name that is next, as it is spelled, with its schema where it has one. */
  String spelledName() {
    int first = at++;
    if (lookingAt(".") && at + 1 < tokens.size()) {
      at += 2;
    }
    return text(first, at);
  }

  /** The name behind this word, if they are next; they are read then, else null. */
  @Nullable Identifier nameAfter(String word) {
    boolean named =
        lookingAt(word)
            && at + 1 < tokens.size()
            && (tokens.get(at + 1).kind() == SqlToken.Kind.WORD
                || tokens.get(at + 1).kind() == SqlToken.Kind.QUOTED);
    if (!named) {
      return null;
    }
    at++;
    return name();
  }

  /** The name that is next. */
  Identifier name() {
    SqlToken token = tokens.get(at++);
    return token.kind() == SqlToken.Kind.QUOTED
        ? Identifier.quoted(token.value())
        : Identifier.of(token.text());
  }

  /** The name that is next, with its schema where it has one. */
  QualifiedName qualifiedName() {
    Identifier first = name();
    return skip(".") ? new QualifiedName(first, name()) : QualifiedName.of(first);
  }

  /** The names in the parentheses that are next. Empty where there are none. */
  List<Identifier> names() {
    List<Identifier> names = new ArrayList<>();
    if (skip("(")) {
      while (!atEnd() && !lookingAt(")")) {
        names.add(name());
        skip(",");
      }
      skip(")");
    }
    return names;
  }

  /** Where the next token is, for {@link #restFrom}. */
  int place() {
    return at;
  }

  /** Everything that is left. */
  String rest() {
    return restFrom(at);
  }

  /** Everything from a place on. */
  String restFrom(int place) {
    String rest = text(place, tokens.size());
    at = tokens.size();
    return rest;
  }

  private String text(int from, int to) {
    return from >= to ? "" : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  private static String word(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD
        ? token.text().toLowerCase(java.util.Locale.ROOT)
        : "";
  }
}
