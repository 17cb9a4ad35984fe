package dev.limbeck.plan;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;

/**
 * Finds what takes rows, columns or tables away in a statement, wherever it stands there: behind
 * {@code WITH} and in its parentheses, in a {@code MERGE}, in the body of a {@code DO}. What a
 * statement only defines, such as the body of a function, deletes nothing yet.
 */
final class DeletingSql {
  private static final Set<String> HOLDING_DATA =
      Set.of("table", "schema", "sequence", "database", "owned", "materialized", "column");

  /** What columns are made of, which go with it where it is dropped with {@code CASCADE}. */
  private static final Set<String> UNDER_COLUMNS = Set.of("type", "domain", "extension");

  /** Words behind which another statement may begin. */
  private static final Set<String> LEADING =
      Set.of("begin", "then", "else", "loop", "in", "query", "analyze", "verbose", "explain");

  private static final Set<String> BEFORE_A_TABLE =
      Set.of("temp", "temporary", "unlogged", "global", "local");

  private final List<SqlToken> tokens;

  private DeletingSql(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /** True where the statement deletes something by itself. */
  static boolean in(String statement) {
    List<SqlToken> tokens = SqlTokenizer.code(statement);
    var sql = new DeletingSql(tokens);
    if (sql.is(0, "do")) {
      return sql.deletesInBody();
    }
    return !sql.defines() && sql.deletes();
  }

  private boolean defines() {
    int kind = 1;
    while (isOneOf(kind, BEFORE_A_TABLE)) {
      kind++;
    }
    return is(0, "create") && !is(kind, "table");
  }

  private boolean deletes() {
    for (int i = 0; i < tokens.size(); i++) {
      if (mayBegin(i) && deletesAt(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBegin(int i) {
    if (i == 0) {
      return true;
    }
    SqlToken last = tokens.get(i - 1);
    return isOneOf(i - 1, LEADING)
        || last.isSymbol(";")
        || last.isSymbol("(")
        || last.isSymbol(")")
        || last.isSymbol(">>");
  }

  private boolean deletesAt(int i) {
    if (is(i, "delete")) {
      return is(i + 1, "from") || is(i - 1, "then") && inMerge(i);
    }
    if (is(i, "truncate")) {
      return i == 0 || isName(i + 1);
    }
    if (is(i, "drop")) {
      return isOneOf(i + 1, HOLDING_DATA) || isOneOf(i + 1, UNDER_COLUMNS) && cascades(i);
    }
    return is(i, "alter") && (is(i + 1, "table") || is(i + 1, "type")) && dropsColumn(i + 2);
  }

  private boolean inMerge(int i) {
    for (int at = i - 1; at >= 0 && !isSymbol(at, ";"); at--) {
      if (is(at, "merge") && is(at + 1, "into")) {
        return true;
      }
    }
    return false;
  }

  private boolean cascades(int from) {
    for (int i = from; i < tokens.size() && !isSymbol(i, ";"); i++) {
      if (is(i, "cascade")) {
        return true;
      }
    }
    return false;
  }

  /** True where one of the actions behind a name drops a column, with its keyword or without. */
  private boolean dropsColumn(int from) {
    int i = from;
    while (is(i, "if") || is(i, "exists") || is(i, "only")) {
      i++;
    }
    i++;
    while (isSymbol(i, ".")) {
      i += 2;
    }
    if (isSymbol(i, "*")) {
      i++;
    }
    int depth = 0;
    boolean begins = true;
    for (; i < tokens.size() && !isSymbol(i, ";"); i++) {
      if (begins && is(i, "drop") && isName(i + 1) && !is(i + 1, "constraint")) {
        return true;
      }
      depth += isSymbol(i, "(") ? 1 : isSymbol(i, ")") ? -1 : 0;
      begins = depth == 0 && isSymbol(i, ",");
    }
    return false;
  }

  private boolean deletesInBody() {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.STRING && !is(i - 1, "language")) {
        var body = new DeletingSql(SqlTokenizer.code(tokens.get(i).value()));
        if (body.deletes() || body.executesDeletion()) {
          return true;
        }
      }
    }
    return false;
  }

  /** True where a text deletes that the body executes as a statement, as far as it is written. */
  private boolean executesDeletion() {
    boolean executes = false;
    for (int i = 0; i < tokens.size(); i++) {
      executes = is(i, "execute") || executes && !isSymbol(i, ";");
      if (executes && tokens.get(i).kind() == Kind.STRING) {
        var executed = new DeletingSql(SqlTokenizer.code(tokens.get(i).value()));
        if (executed.deletes()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean is(int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isWord(word);
  }

  private boolean isOneOf(int i, Set<String> words) {
    return words.stream().anyMatch(word -> is(i, word));
  }

  private boolean isSymbol(int i, String symbol) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isSymbol(symbol);
  }

  private boolean isName(int i) {
    return i < tokens.size()
        && (tokens.get(i).kind() == Kind.WORD || tokens.get(i).kind() == Kind.QUOTED);
  }
}
