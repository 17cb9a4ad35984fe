package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.CheckConditionParser;
import dev.limbeck.dialect.ExpressionReader;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SQLite's expressions: it keeps the author's text, letter by letter, until a column gets another
 * name; then it writes the new one as that was given.
 */
final class SqliteExpressions implements ExpressionReader {

  @Override
  public CheckCondition condition(Table table, String sql) {
    String bare = OwnQualifiers.without(sql, table.name().name().text());
    CheckCondition condition = CheckConditionParser.parse(table, withNamesOf(table, bare));
    return condition instanceof CheckCondition.Sql ? CheckCondition.sql(bare.strip()) : condition;
  }

  /** The text with quoted columns written as the table has them: case makes no difference here. */
  private static String withNamesOf(Table table, String sql) {
    Map<String, Identifier> names = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      names.putIfAbsent(column.name().text().toLowerCase(Locale.ROOT), column.name());
    }
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (SqlToken token : SqlTokenizer.code(sql)) {
      Identifier name =
          token.kind() == Kind.QUOTED ? names.get(token.value().toLowerCase(Locale.ROOT)) : null;
      if (name != null) {
        text.append(sql, copied, token.start())
            .append('"')
            .append(name.key().replace("\"", "\"\""))
            .append('"');
        copied = token.end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  @Override
  public Map<Question, String> spelled(Connection connection, List<Question> questions) {
    Map<Question, String> same = new LinkedHashMap<>();
    questions.forEach(question -> same.put(question, question.sql()));
    return same;
  }

  /** Names are found in any case, in quotes too. */
  @Override
  public boolean same(String one, String other) {
    return SqlText.sameTokens(one, other) || SqlText.sameTokens(folded(one), folded(other));
  }

  private static String folded(String sql) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (SqlToken token : SqlTokenizer.code(sql)) {
      if (token.kind() == Kind.QUOTED) {
        text.append(sql, copied, token.start()).append(token.text().toLowerCase(Locale.ROOT));
        copied = token.end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }
}
