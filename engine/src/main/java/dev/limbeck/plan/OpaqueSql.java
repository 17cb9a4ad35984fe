package dev.limbeck.plan;

import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which steps may have changed the schema without Limbeck seeing how. */
public final class OpaqueSql {
  private static final Set<String> OF_ROWS =
      Set.of(
          "insert", "update", "delete", "merge", "replace", "with", "values", "select", "truncate");

  private static final Set<String> BEFORE_A_KIND = Set.of("or", "replace", "materialized");

  private static final Set<String> BESIDE_TABLES = Set.of("view", "function", "procedure");

  private static final Set<String> CHANGES_OF_ROWS =
      Set.of("insert", "update", "delete", "merge", "replace", "truncate");

  private OpaqueSql() {}

  /** True where a model that is carried across the operation may miss something that it does. */
  public static boolean mayChangeSchema(Operation operation, String dialect) {
    if (operation instanceof ExecuteSql sql) {
      return mayChangeSchema(sql.sql());
    }
    if (operation instanceof RunJava java) {
      return java.sql() == null || mayChangeSchema(java.sql());
    }
    if (operation instanceof OutsideTransaction outside) {
      return outside.operations().stream().anyMatch(inner -> mayChangeSchema(inner, dialect));
    }
    return operation instanceof OnlyOn only
        && only.dialect().equals(dialect)
        && only.operations().stream().anyMatch(inner -> mayChangeSchema(inner, dialect));
  }

  /**
   * True for SQL that changes rows and nothing else. A query may call a function that does more, so
   * that where the database can be looked at, it is.
   */
  public static boolean changesOnlyRows(Operation operation) {
    return operation instanceof InsertRows
        || operation instanceof ExecuteSql sql
            && firstWords(sql.sql())
                .allMatch(first -> CHANGES_OF_ROWS.stream().anyMatch(first::isWord));
  }

  private static boolean mayChangeSchema(String sql) {
    return SqlStatements.split(sql).stream()
        .map(SqlTokenizer::code)
        .anyMatch(
            tokens -> OF_ROWS.stream().noneMatch(tokens.get(0)::isWord) && !isBesideTables(tokens));
  }

  /**
   * True where a view or routine comes or goes, which the model has no place for, and takes nothing
   * else with it.
   */
  private static boolean isBesideTables(List<SqlToken> tokens) {
    int at = 1;
    while (at < tokens.size() && BEFORE_A_KIND.stream().anyMatch(tokens.get(at)::isWord)) {
      at++;
    }
    boolean comesOrGoes =
        tokens.get(0).isWord("create")
            || tokens.get(0).isWord("drop")
                && tokens.stream().noneMatch(token -> token.isWord("cascade"));
    return comesOrGoes
        && at < tokens.size()
        && BESIDE_TABLES.stream().anyMatch(tokens.get(at)::isWord);
  }

  private static Stream<SqlToken> firstWords(String sql) {
    return SqlStatements.split(sql).stream().map(statement -> SqlTokenizer.code(statement).get(0));
  }
}
