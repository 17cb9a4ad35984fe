package dev.limbeck.dialect.postgresql;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL does not alter a table while checks of its rows are put off ("because it has pending
 * trigger events"): they are made early, and put off again from then on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET
 *     CONSTRAINTS</a>
 */
final class PendingTriggers {
  private static final Set<String> BEFORE_NAME = Set.of("if", "exists", "only");

  private PendingTriggers() {}

  /** What has to be run before the statement; null where it changes no table. */
  static @Nullable String firing(String statement, PostgresRenderer sql) {
    String table = altered(SqlTokenizer.code(statement));
    if (table == null) {
      return null;
    }
    String body =
        "DECLARE put_off text; BEGIN"
            + " SELECT string_agg(DISTINCT format('%I.%I', n.nspname, c.conname), ', ') INTO put_off"
            + " FROM pg_catalog.pg_constraint c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace"
            + " WHERE c.condeferred AND to_regclass("
            + sql.literal(table)
            + ") IN (c.conrelid, c.confrelid);"
            + " IF put_off IS NOT NULL THEN"
            + " EXECUTE 'SET CONSTRAINTS ' || put_off || ' IMMEDIATE';"
            + " EXECUTE 'SET CONSTRAINTS ' || put_off || ' DEFERRED';"
            + " END IF; END";
    return "DO " + sql.literal(body);
  }

  /** The name of the table that the statement is about, as it writes it. */
  private static @Nullable String altered(List<SqlToken> tokens) {
    int at = beforeName(tokens);
    while (at < tokens.size() && BEFORE_NAME.stream().anyMatch(tokens.get(at)::isWord)) {
      at++;
    }
    if (at == 0 || at >= tokens.size()) {
      return null;
    }
    StringBuilder name = new StringBuilder(tokens.get(at).text());
    while (at + 2 < tokens.size() && tokens.get(at + 1).text().equals(".")) {
      name.append('.').append(tokens.get(at + 2).text());
      at += 2;
    }
    return name.toString();
  }

  /** Where the name begins, or words before it; 0 where nothing is altered. */
  private static int beforeName(List<SqlToken> tokens) {
    if (tokens.size() < 2) {
      return 0;
    }
    SqlToken first = tokens.get(0);
    SqlToken second = tokens.get(1);
    if (first.isWord("truncate")) {
      return second.isWord("table") ? 2 : 1;
    }
    if (first.isWord("create") && (second.isWord("index") || second.isWord("unique"))) {
      int at = 2;
      while (at < tokens.size() && !tokens.get(at).isWord("on")) {
        at++;
      }
      return at + 1;
    }
    return (first.isWord("alter") || first.isWord("drop")) && second.isWord("table") ? 2 : 0;
  }
}
