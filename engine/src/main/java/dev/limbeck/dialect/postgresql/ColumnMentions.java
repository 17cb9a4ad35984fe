package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a table is on one of its columns, by its columns or by a word in its SQL. */
final class ColumnMentions {
  private final Table table;
  private final Identifier column;

  ColumnMentions(Table table, Identifier column) {
    this.table = table;
    this.column = column;
  }

  /** The constraints on the column. */
  List<Constraint> constraints() {
    return table.constraints().stream().filter(this::isOnColumn).toList();
  }

  /** The checks on the column. */
  List<Constraint> checks() {
    return constraints().stream().filter(Check.class::isInstance).toList();
  }

  /** The indexes on the column. */
  List<Index> indexes() {
    return table.indexes().stream()
        .filter(
            index ->
                index.columns().contains(column)
                    || index.include().contains(column)
                    || isMentionedIn(index))
        .toList();
  }

  /** The indexes that hold SQL on the column. */
  List<Index> indexesWithSql() {
    return table.indexes().stream().filter(this::isMentionedIn).toList();
  }

  /** The generated columns whose formula is on the column. */
  List<Column> formulas() {
    return table.columns().stream()
        .filter(
            other ->
                other.generation() instanceof Computed computed
                    && isMentioned(computed.expression()))
        .toList();
  }

  private boolean isOnColumn(Constraint constraint) {
    return constraint.columns().contains(column)
        || constraint instanceof Check check
            && check.condition() instanceof CheckCondition.Sql free
            && isMentioned(free.expression());
  }

  private boolean isMentionedIn(Index index) {
    return isMentioned(index.where())
        || index.parts().stream().map(IndexPart::expression).anyMatch(this::isMentioned);
  }

  private boolean isMentioned(@Nullable SqlExpression expression) {
    return expression != null
        && SqlTokenizer.code(expression.forDialect(PostgresDialect.NAME)).stream()
            .anyMatch(this::isColumn);
  }

  private boolean isColumn(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD && Identifier.of(token.text()).equals(column)
        || token.kind() == SqlToken.Kind.QUOTED && Identifier.quoted(token.value()).equals(column);
  }
}
