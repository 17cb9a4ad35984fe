package dev.limbeck.operation;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.SqlWords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What follows a type that gets another name in the SQL of a table: the casts to it, {@code
 * 'A'::mood}, which PostgreSQL notes behind each constant.
 */
record CastReferences(QualifiedName from, QualifiedName to) {

  /** The table with the new name in its SQL. */
  Table in(Table table) {
    return TableSql.mapped(table, this::in);
  }

  private SqlExpression in(SqlExpression expression) {
    Map<String, String> variants = new TreeMap<>();
    expression.variants().forEach((dialect, sql) -> variants.put(dialect, in(sql)));
    return new SqlExpression(in(expression.text()), variants);
  }

  private String in(String sql) {
    if (!sql.contains("::")) {
      return sql;
    }
    StringBuilder text = new StringBuilder();
    int copied = 0;
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    for (int i = 1; i < tokens.size(); i++) {
      int last = tokens.get(i - 1).isSymbol("::") ? lastOfName(tokens, i) : -1;
      if (last >= 0) {
        text.append(sql, copied, tokens.get(i).start()).append(written(to));
        copied = tokens.get(last).end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** Where the old name ends that begins there; -1 where another one stands. */
  private int lastOfName(List<SqlToken> tokens, int first) {
    boolean ofSchema = first + 2 < tokens.size() && tokens.get(first + 1).isSymbol(".");
    int last = ofSchema ? first + 2 : first;
    boolean same =
        is(tokens.get(last), from.name())
            && (!ofSchema || from.schema() != null && is(tokens.get(first), from.schema()));
    return same ? last : -1;
  }

  private static boolean is(SqlToken token, Identifier name) {
    return token.kind() == SqlToken.Kind.WORD && Identifier.of(token.text()).equals(name)
        || token.kind() == SqlToken.Kind.QUOTED && token.value().equals(name.key());
  }

  private static String written(QualifiedName name) {
    return name.schema() == null
        ? written(name.name())
        : written(name.schema()) + "." + written(name.name());
  }

  private static String written(Identifier name) {
    return !name.quoted() && SqlWords.isPlainName(name.text())
        ? name.text()
        : '"' + name.key().replace("\"", "\"\"") + '"';
  }
}
