package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Identifier;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored statement, read from left to right, comments passed over. */
final class DdlTokens {
  private final String sql;
  private final List<SqlToken> tokens;
  private final List<SqlToken> comments;
  private int at;
  private int commentsRead;

  DdlTokens(String sql) {
    this.sql = sql;
    List<SqlToken> all = SqlTokenizer.tokenize(sql);
    this.tokens = all.stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    this.comments = all.stream().filter(token -> token.kind() == Kind.COMMENT).toList();
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** Where the next token is, to go {@linkplain #back back} to. */
  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /** The next token, or null at the end. */
  @Nullable SqlToken peek() {
    return atEnd() ? null : tokens.get(at);
  }

  /** The next token, which has to be there. */
  SqlToken next() {
    if (atEnd()) {
      throw unexpected("the end");
    }
    return tokens.get(at++);
  }

  boolean isWord(String word) {
    return !atEnd() && tokens.get(at).isWord(word);
  }

  boolean isSymbol(String symbol) {
    return !atEnd() && tokens.get(at).isSymbol(symbol);
  }

  /** Passes the words where all of them come next; else passes nothing. */
  boolean words(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).isWord(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  boolean symbol(String symbol) {
    boolean found = isSymbol(symbol);
    at += found ? 1 : 0;
    return found;
  }

  void expectWord(String word) {
    if (!words(word)) {
      throw unexpected(word);
    }
  }

  void expectSymbol(String symbol) {
    if (!symbol(symbol)) {
      throw unexpected(symbol);
    }
  }

  /** A name, in any of the four quotings, single quotes among them, or in none. */
  Identifier name() {
    SqlToken token = next();
    if (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED || token.kind() == Kind.STRING) {
      return Identifier.of(token.value());
    }
    at--;
    throw unexpected("a name");
  }

  /** What stands between the parenthesis that comes next and the one that closes it, verbatim. */
  String parenthesised() {
    expectSymbol("(");
    int close = SqlText.closing(tokens, at - 1);
    if (close < 0) {
      throw unexpected("a closing parenthesis");
    }
    String inner = sql.substring(tokens.get(at - 1).end(), tokens.get(close).start()).strip();
    at = close + 1;
    return inner;
  }

  /** The text from a token to the last one that was passed. */
  String textFrom(int position) {
    return position >= at
        ? ""
        : sql.substring(tokens.get(position).start(), tokens.get(at - 1).end());
  }

  /** What has not been read yet, without comments before and after it. */
  String rest() {
    int start = at;
    at = tokens.size();
    return textFrom(start);
  }

  /**
   * The comments that were not returned before and stand before the next token, of those behind the
   * last one only those on its line.
   */
  List<String> commentsOfLine() {
    int last = at == 0 ? 0 : tokens.get(at - 1).end();
    int next = atEnd() ? sql.length() : tokens.get(at).start();
    List<String> texts = new ArrayList<>();
    while (commentsRead < comments.size()) {
      SqlToken comment = comments.get(commentsRead);
      boolean elsewhere =
          comment.start() > last && sql.substring(last, comment.start()).indexOf('\n') >= 0;
      if (comment.start() >= next || elsewhere) {
        break;
      }
      texts.add(comment.text());
      commentsRead++;
    }
    return texts;
  }

  /** The comments that were not returned before. */
  List<String> commentsLeft() {
    List<String> texts =
        comments.subList(commentsRead, comments.size()).stream().map(SqlToken::text).toList();
    commentsRead = comments.size();
    return texts;
  }

  UnreadableDdlException unexpected(String expected) {
    SqlToken found = peek();
    return new UnreadableDdlException(
        "expected " + expected + " but found " + (found == null ? "the end" : found.text()));
  }
}
