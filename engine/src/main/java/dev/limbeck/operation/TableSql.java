package dev.limbeck.operation;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** The SQL that a table holds, to be changed as a whole. */
record TableSql(UnaryOperator<SqlExpression> change) {

  /** The table with other SQL in defaults, formulas, checks and indexes. */
  static Table mapped(Table table, UnaryOperator<SqlExpression> change) {
    TableSql sql = new TableSql(change);
    List<Column> columns = table.columns().stream().map(sql::in).toList();
    List<Constraint> constraints = table.constraints().stream().map(sql::in).toList();
    List<Index> indexes = table.indexes().stream().map(sql::in).toList();
    return columns.equals(table.columns())
            && constraints.equals(table.constraints())
            && indexes.equals(table.indexes())
        ? table
        : table.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
  }

  private Column in(Column column) {
    Column changed = column;
    if (column.defaultValue() != null) {
      changed = changed.withDefault(change.apply(column.defaultValue()));
    }
    return column.generation() instanceof Generation.Computed computed
        ? changed.withGeneration(
            new Generation.Computed(change.apply(computed.expression()), computed.stored()))
        : changed;
  }

  private Constraint in(Constraint constraint) {
    return constraint instanceof Check check && check.condition() instanceof CheckCondition.Sql sql
        ? new Check(check.name(), new CheckCondition.Sql(change.apply(sql.expression())))
        : constraint;
  }

  private Index in(Index index) {
    UnaryOperator<IndexPart> part =
        each ->
            each.expression() == null
                ? each
                : new IndexPart(
                    null,
                    change.apply(each.expression()),
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
        index.where() == null ? null : change.apply(index.where()),
        index.nullsNotDistinct());
  }
}
