package dev.limbeck.scanner.boot;

import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/** The checks that Hibernate makes on the parts of an embeddable kept in one column. */
final class AggregateChecks extends StandardTableExporter {

  AggregateChecks(Dialect dialect) {
    super(dialect);
  }

  /** The conditions for a table's columns. */
  List<String> of(Table table) {
    List<String> conditions = new ArrayList<>();
    var support = dialect.getAggregateSupport();
    if (support == null || !support.supportsComponentCheckConstraints()) {
      return conditions;
    }
    for (Column column : table.getColumns()) {
      if (column instanceof AggregateColumn aggregate && !isArray(aggregate)) {
        StringBuilder sql = new StringBuilder();
        applyAggregateColumnCheck(sql, aggregate);
        int open = sql.indexOf("(");
        String condition = open < 0 ? "" : sql.substring(open + 1, sql.length() - 1);
        if (!condition.isEmpty() && !hasQuery(condition)) {
          conditions.add(condition);
        }
      }
    }
    return conditions;
  }

  /** The parts of XML are found by queries, which no database takes in a check. */
  private static boolean hasQuery(String condition) {
    return SqlTokenizer.code(condition).stream().anyMatch(token -> token.isWord("select"));
  }

  private static boolean isArray(AggregateColumn column) {
    BasicValue value = (BasicValue) column.getValue();
    return switch (value.getResolution().getJdbcType().getDefaultSqlTypeCode()) {
      case SqlTypes.STRUCT_ARRAY,
          SqlTypes.STRUCT_TABLE,
          SqlTypes.JSON_ARRAY,
          SqlTypes.XML_ARRAY,
          SqlTypes.ARRAY ->
          true;
      default -> false;
    };
  }
}
