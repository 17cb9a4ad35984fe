package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.TransactionRules;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;

/**
 * SQLite makes every change of a schema inside of a transaction, and refuses only to write its file
 * anew or to attach another one. Some pragmas do nothing there.
 */
final class SqliteTransactions implements TransactionRules {
  private static final Set<String> REFUSED = Set.of("vacuum", "attach", "detach");

  @Override
  public boolean refuses(String sql) {
    return begins(sql, REFUSED);
  }

  @Override
  public boolean mayRefuse(String sql) {
    return refuses(sql) || begins(sql, Set.of("pragma"));
  }

  @Override
  public boolean refuses(TableAlteration alteration) {
    return false;
  }

  private static boolean begins(String sql, Set<String> words) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    return !tokens.isEmpty() && words.stream().anyMatch(word -> tokens.get(0).isWord(word));
  }
}
