package dev.limbeck.migration;

import dev.limbeck.operation.Operation.ExecuteSql;
import java.util.function.Consumer;

/** SQL in the making. */
public final class ExecuteDefinition {
  private final Consumer<ExecuteSql> changed;
  private ExecuteSql statement;

  ExecuteDefinition(ExecuteSql statement, Consumer<ExecuteSql> changed) {
    this.statement = statement;
    this.changed = changed;
    changed.accept(statement);
  }

  /**
   * Says how to see that the SQL has done its work. Asked where a deployment was killed while a
   * statement ran that stands outside of any transaction: without it nobody knows whether that
   * statement took effect, and a person has to decide ({@code limbeck resume}).
   *
   * @param query a query whose first value is true or false, such as {@code SELECT EXISTS (…)}
   */
  public ExecuteDefinition doneWhen(String query) {
    statement = new ExecuteSql(statement.sql(), statement.parameters(), query.strip());
    changed.accept(statement);
    return this;
  }
}
