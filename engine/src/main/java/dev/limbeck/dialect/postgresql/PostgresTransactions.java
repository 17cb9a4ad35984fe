package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.TransactionRules;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements of which PostgreSQL's manual says that they cannot be executed inside a
 * transaction block, on its pages of SQL commands.
 */
final class PostgresTransactions implements TransactionRules {
  private static final Set<String> DATABASES = Set.of("database", "tablespace", "subscription");

  @Override
  public boolean refuses(String sql) {
    List<SqlToken> words = SqlTokenizer.code(sql);
    if (words.isEmpty()) {
      return false;
    }
    if (is(words, 0, "vacuum")) {
      return true;
    }
    if (is(words, 0, "create") || is(words, 0, "drop")) {
      return DATABASES.stream().anyMatch(object -> is(words, 1, object))
          || concurrently(words) && Stream.of(1, 2).anyMatch(at -> is(words, at, "index"));
    }
    if (is(words, 0, "reindex")) {
      return concurrently(words)
          || words.stream()
              .limit(8)
              .anyMatch(
                  word ->
                      word.isWord("database") || word.isWord("system") || word.isWord("schema"));
    }
    if (is(words, 0, "alter")) {
      return is(words, 1, "system")
          || is(words, 1, "database") && follows(words, "set", "tablespace")
          || is(words, 1, "table") && follows(words, "detach", "partition") && concurrently(words);
    }
    boolean allTables = words.size() == 1 || words.size() == 2 && is(words, 1, "verbose");
    return is(words, 0, "cluster") && allTables || is(words, 0, "discard") && is(words, 1, "all");
  }

  /** A procedure may commit. So may an anonymous block. */
  @Override
  public boolean mayRefuse(String sql) {
    List<SqlToken> words = SqlTokenizer.code(sql);
    return refuses(sql) || is(words, 0, "call") || is(words, 0, "do");
  }

  @Override
  public boolean refuses(TableAlteration alteration) {
    return alteration instanceof AddIndex add && add.concurrently()
        || alteration instanceof DropIndex drop && drop.concurrently();
  }

  private static boolean concurrently(List<SqlToken> words) {
    return words.stream().anyMatch(word -> word.isWord("concurrently"));
  }

  private static boolean follows(List<SqlToken> words, String first, String second) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (is(words, i, first) && is(words, i + 1, second)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(List<SqlToken> words, int index, String word) {
    return index < words.size() && words.get(index).isWord(word);
  }
}
