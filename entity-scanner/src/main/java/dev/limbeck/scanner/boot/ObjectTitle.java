package dev.limbeck.scanner.boot;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object that only its SQL knows is called: {@code trigger touch_order}. */
final class ObjectTitle {
  private static final Set<String> KINDS =
      Set.of(
          "aggregate",
          "cast",
          "collation",
          "conversion",
          "domain",
          "extension",
          "function",
          "index",
          "language",
          "operator",
          "policy",
          "procedure",
          "publication",
          "rule",
          "schema",
          "sequence",
          "statistics",
          "table",
          "trigger",
          "type",
          "view");

  private ObjectTitle() {}

  /**
   * The kind and the name in a statement that creates something; the first words of other
   * statements.
   */
  static String of(String sql) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    if (!tokens.isEmpty() && tokens.get(0).isWord("create")) {
      for (int at = 1; at < tokens.size(); at++) {
        String word = tokens.get(at).text().toLowerCase(Locale.ROOT);
        if (KINDS.contains(word)) {
          return word + " " + name(tokens, at + 1);
        }
      }
    }
    return "SQL " + words(tokens, 0, 6);
  }

  /** The name of the view that a statement makes; null for other statements. */
  static @Nullable QualifiedName view(String sql) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    List<String> words = tokens.stream().limit(4).map(ObjectTitle::word).toList();
    boolean plain = words.size() == 4 && words.subList(0, 2).equals(List.of("create", "view"));
    if (!plain && !words.equals(List.of("create", "or", "replace", "view"))) {
      return null;
    }
    int at = afterExists(tokens, plain ? 2 : 4);
    if (at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".")) {
      return new QualifiedName(identifier(tokens.get(at)), identifier(tokens.get(at + 2)));
    }
    return at < tokens.size() ? QualifiedName.of(identifier(tokens.get(at))) : null;
  }

  private static Identifier identifier(SqlToken token) {
    return token.kind() == SqlToken.Kind.QUOTED
        ? Identifier.quoted(token.value())
        : Identifier.of(token.text());
  }

  private static int afterExists(List<SqlToken> tokens, int from) {
    int at = from;
    while (at < tokens.size() && Set.of("if", "not", "exists").contains(word(tokens.get(at)))) {
      at++;
    }
    return at;
  }

  private static String name(List<SqlToken> tokens, int from) {
    int at = afterExists(tokens, from);
    if (at < tokens.size() && tokens.get(at).isSymbol("(")) {
      return words(tokens, at, 5);
    }
    int end = at + 1;
    while (end + 1 < tokens.size() && tokens.get(end).isSymbol(".")) {
      end += 2;
    }
    StringBuilder name = new StringBuilder();
    tokens
        .subList(Math.min(at, tokens.size()), Math.min(end, tokens.size()))
        .forEach(token -> name.append(token.text()));
    return name.toString();
  }

  private static String word(SqlToken token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  private static String words(List<SqlToken> tokens, int from, int count) {
    StringBuilder words = new StringBuilder();
    for (SqlToken token : tokens.subList(from, Math.min(tokens.size(), from + count))) {
      words.append(words.isEmpty() ? "" : " ").append(token.text());
    }
    // The mapping files part a line at the first equals sign between spaces.
    return words.toString().replace(" = ", "=").replace('\n', ' ');
  }
}
