package dev.limbeck.scanner.boot;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/** The checks that Hibernate makes on the parts of an embeddable kept in one JSON column. */
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
        if (open >= 0) {
          conditions.add(sql.substring(open + 1, sql.length() - 1));
        }
      }
    }
    return conditions;
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
