package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/**
 * Checks of a table without its own name before its columns: {@code person.age > 0} is {@code age >
 * 0}. A table that is built anew has another name for a while, and SQLite would not find this one.
 * In formulas SQLite takes no such name at all.
 */
final class OwnQualifiers {
  private OwnQualifiers() {}

  /** The table with such checks. */
  static Table without(Table table) {
    String name = table.name().name().text();
    return table.withConstraints(
        table.constraints().stream().map(constraint -> without(constraint, name)).toList());
  }

  private static Constraint without(Constraint constraint, String table) {
    return constraint instanceof Check check && check.condition() instanceof CheckCondition.Sql sql
        ? new Check(check.name(), new CheckCondition.Sql(without(sql.expression(), table)))
        : constraint;
  }

  private static SqlExpression without(SqlExpression expression, String table) {
    String text = expression.forDialect(SqliteDialect.NAME);
    String bare = without(text, table);
    return bare.equals(text) ? expression : SqlExpression.of(bare);
  }

  /** The expression without the table's name before names. */
  static String without(String sql, String table) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    StringBuilder bare = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean qualifies =
          isName(tokens.get(i))
              && tokens.get(i).value().equalsIgnoreCase(table)
              && tokens.get(i + 1).isSymbol(".")
              && isName(tokens.get(i + 2))
              && (i == 0 || !tokens.get(i - 1).isSymbol("."));
      if (qualifies) {
        bare.append(sql, copied, tokens.get(i).start());
        copied = tokens.get(i + 2).start();
      }
    }
    return bare.append(sql, copied, sql.length()).toString();
  }

  private static boolean isName(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
  }
}
