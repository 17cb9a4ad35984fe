package dev.limbeck.operation;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.SqlWords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What follows a type that gets another name in the SQL of a table: the casts to it, {@code
 * 'A'::mood}, which PostgreSQL notes behind each constant.
 */
record CastReferences(QualifiedName from, QualifiedName to) {

  /** The table with the new name in its SQL. */
  Table in(Table table) {
    List<Column> columns = table.columns().stream().map(this::in).toList();
    List<Constraint> constraints = table.constraints().stream().map(this::in).toList();
    List<Index> indexes = table.indexes().stream().map(this::in).toList();
    return columns.equals(table.columns())
            && constraints.equals(table.constraints())
            && indexes.equals(table.indexes())
        ? table
        : table.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
  }

  private Column in(Column column) {
    Column changed = column;
    if (column.defaultValue() != null) {
      changed = changed.withDefault(in(column.defaultValue()));
    }
    return column.generation() instanceof Generation.Computed computed
        ? changed.withGeneration(
            new Generation.Computed(in(computed.expression()), computed.stored()))
        : changed;
  }

  private Constraint in(Constraint constraint) {
    return constraint instanceof Check check && check.condition() instanceof CheckCondition.Sql sql
        ? new Check(check.name(), new CheckCondition.Sql(in(sql.expression())))
        : constraint;
  }

  private Index in(Index index) {
    UnaryOperator<IndexPart> part =
        each ->
            each.expression() == null
                ? each
                : new IndexPart(
                    null,
                    in(each.expression()),
                    each.descending(),
                    each.nulls(),
                    each.collation(),
                    each.operatorClass());
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream().map(part).toList(),
        index.method(),
        index.include(),
        index.where() == null ? null : in(index.where()),
        index.nullsNotDistinct());
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
