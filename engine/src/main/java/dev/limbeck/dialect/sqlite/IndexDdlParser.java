package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code CREATE INDEX} that SQLite has stored.
 *
 * @see <a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>
 */
final class IndexDdlParser {
  private IndexDdlParser() {}

  /**
   * Reads a statement.
   *
   * @throws UnreadableDdlException where it is no {@code CREATE INDEX}
   */
  static Index parse(String sql) {
    DdlTokens ddl = new DdlTokens(sql);
    ddl.expectWord("create");
    boolean unique = ddl.words("unique");
    ddl.expectWord("index");
    ddl.words("if", "not", "exists");
    Identifier name = ddl.name();
    if (ddl.symbol(".")) {
      name = ddl.name();
    }
    ddl.expectWord("on");
    ddl.name();
    List<IndexPart> parts = parts(ddl.parenthesised());
    SqlExpression where = null;
    if (ddl.words("where")) {
      where = SqlExpression.of(ddl.rest());
    }
    return new Index(name, unique, parts, null, List.of(), where, false);
  }

  private static List<IndexPart> parts(String list) {
    List<SqlToken> tokens = SqlTokenizer.code(list);
    List<IndexPart> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).isSymbol(",")) {
        parts.add(part(list, tokens.subList(start, i)));
        start = i + 1;
      } else if (tokens.get(i).isSymbol("(")) {
        i = closing(tokens, i);
      }
    }
    return parts;
  }

  private static int closing(List<SqlToken> tokens, int open) {
    int close = SqlText.closing(tokens, open);
    if (close < 0) {
      throw new UnreadableDdlException("a parenthesis is not closed");
    }
    return close;
  }

  private static IndexPart part(String list, List<SqlToken> all) {
    List<SqlToken> tokens = all;
    boolean descending = false;
    if (endsIn(tokens, "asc") || endsIn(tokens, "desc")) {
      descending = endsIn(tokens, "desc");
      tokens = tokens.subList(0, tokens.size() - 1);
    }
    String collation = null;
    int size = tokens.size();
    if (size > 2 && tokens.get(size - 2).isWord("collate")) {
      collation = tokens.get(size - 1).value();
      tokens = tokens.subList(0, size - 2);
    }
    if (tokens.isEmpty()) {
      throw new UnreadableDdlException("a part of the index is empty");
    }
    Identifier column = tokens.size() == 1 ? name(tokens.get(0)) : null;
    // The parentheses are the index's; with them, each rebuild would put others around them.
    List<SqlToken> inner = SqlText.withoutOuterParentheses(tokens);
    SqlExpression expression =
        column != null
            ? null
            : SqlExpression.of(
                list.substring(inner.get(0).start(), inner.get(inner.size() - 1).end()));
    return new IndexPart(column, expression, descending, null, collation, null);
  }

  private static boolean endsIn(List<SqlToken> tokens, String word) {
    return tokens.size() > 1 && tokens.get(tokens.size() - 1).isWord(word);
  }

  private static @Nullable Identifier name(SqlToken token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED || token.kind() == Kind.STRING
        ? Identifier.of(token.value())
        : null;
  }
}
