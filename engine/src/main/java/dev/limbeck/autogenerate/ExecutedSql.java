package dev.limbeck.autogenerate;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that revisions execute, in their order: what their authors wrote instead of Limbeck.
 *
 * <p>Not safe for several threads.
 */
public final class ExecutedSql {
  private final List<Text> texts = new ArrayList<>();

  /** A statement in its normal form, and the dialect that it is for; null for all. */
  private record Text(@Nullable String dialect, String normal) {}

  /** Adds what an operation executes. */
  public void add(Operation operation) {
    add(operation, null);
  }

  private void add(Operation operation, @Nullable String dialect) {
    if (operation instanceof ExecuteSql execute) {
      List<String> statements = SqlStatements.split(execute.sql());
      for (String statement : statements) {
        texts.add(new Text(dialect, SqlText.normal(unterminated(statement))));
      }
    } else if (operation instanceof OnlyOn only) {
      only.operations().forEach(inner -> add(inner, only.dialect()));
    } else if (operation instanceof OutsideTransaction outside) {
      outside.operations().forEach(inner -> add(inner, dialect));
    }
  }

  private static String unterminated(String statement) {
    String text = statement.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  /** True where the statements make an object on a dialect and nothing takes it away later. */
  boolean makes(SqlObject.Statements statements, String dialect) {
    return !statements.create().isEmpty()
        && statements.create().stream()
            .allMatch(create -> last(create, dialect) > lastOf(statements.drop(), dialect));
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** True where any of the statements is executed on a dialect. */
  boolean executesAny(List<String> statements, String dialect) {
    return lastOf(statements, dialect) >= 0;
  }

  private int lastOf(List<String> drops, String dialect) {
    return drops.stream().mapToInt(drop -> last(drop, dialect)).max().orElse(-1);
  }

  /** Where a statement is executed for the last time; -1 where it is not. */
  private int last(String statement, String dialect) {
    String normal = SqlText.normal(unterminated(statement));
    for (int i = texts.size() - 1; i >= 0; i--) {
      Text text = texts.get(i);
      if (text.normal().equals(normal)
          && (text.dialect() == null || text.dialect().equals(dialect))) {
        return i;
      }
    }
    return -1;
  }
}
