package dev.limbeck.operation;

import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.sql.Placeholders;
import dev.limbeck.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;

/** SQL of several statements, in parts. */
public final class DividedSql {
  private DividedSql() {}

  /** The statements, each with its own parameters. */
  public static List<ExecuteSql> of(ExecuteSql operation) {
    List<ExecuteSql> statements = new ArrayList<>();
    int used = 0;
    for (String sql : SqlStatements.split(operation.sql())) {
      int count = operation.parameters().isEmpty() ? 0 : Placeholders.count(sql);
      statements.add(new ExecuteSql(sql, operation.parameters().subList(used, used + count), null));
      used += count;
    }
    return statements;
  }
}
