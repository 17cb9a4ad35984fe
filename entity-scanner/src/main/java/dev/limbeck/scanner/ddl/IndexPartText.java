package dev.limbeck.scanner.ddl;

import dev.limbeck.model.IndexPart;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/**
 * An expression of an index with what may stand behind it: {@code (lower(name)) collate "C"
 * text_pattern_ops desc nulls last}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
public final class IndexPartText {
  private final String sql;
  private List<SqlToken> tokens;

  private IndexPartText(String sql) {
    this.sql = sql;
    this.tokens = SqlTokenizer.code(sql);
  }

  /** Reads it; what is behind the expression and not understood belongs to it. */
  public static IndexPart parse(String sql) {
    return new IndexPartText(sql).part();
  }

  private IndexPart part() {
    boolean nullsFirst = takesOff("nulls", "first");
    boolean nullsLast = !nullsFirst && takesOff("nulls", "last");
    boolean descending = takesOff("desc");
    if (!descending) {
      takesOff("asc");
    }
    IndexPart part = ofOneValue();
    part = descending ? part.desc() : part;
    part = nullsFirst ? part.nullsFirst() : part;
    return nullsLast ? part.nullsLast() : part;
  }

  /** With the collation and the operator class behind an expression in parentheses. */
  private IndexPart ofOneValue() {
    int end = tokens.get(0).isSymbol("(") ? SqlText.closing(tokens, 0) + 1 : tokens.size();
    List<SqlToken> behind = tokens.subList(end, tokens.size());
    String collation = null;
    if (behind.size() > 1 && behind.get(0).isWord("collate") && isName(behind.get(1))) {
      collation = behind.get(1).text();
      behind = behind.subList(2, behind.size());
    }
    boolean hasClass = behind.size() == 1 && isName(behind.get(0));
    if (!behind.isEmpty() && !hasClass) {
      return expression(tokens);
    }
    IndexPart part = expression(tokens.subList(0, end));
    part = collation == null ? part : part.collate(collation);
    return hasClass ? part.using(behind.get(0).text()) : part;
  }

  private static boolean isName(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
  }

  /** Databases have parentheses of their own around an expression. */
  private IndexPart expression(List<SqlToken> of) {
    List<SqlToken> inner = SqlText.withoutOuterParentheses(of);
    return IndexPart.expression(
        inner.isEmpty()
            ? sql
            : sql.substring(inner.get(0).start(), inner.get(inner.size() - 1).end()));
  }

  /** True where these are the last words, behind something; they are gone then. */
  private boolean takesOff(String... words) {
    int from = tokens.size() - words.length;
    if (from < 1) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(from + i).isWord(words[i])) {
        return false;
      }
    }
    tokens = tokens.subList(0, from);
    return true;
  }
}
