package dev.limbeck.migration;

import dev.limbeck.operation.Operation.RunJava;
import java.util.function.Consumer;

/** A step in Java in the making. */
public final class RunDefinition {
  private final Consumer<RunJava> changed;
  private final Consumer<String> checked;
  private RunJava step;

  RunDefinition(RunJava step, Consumer<RunJava> changed, Consumer<String> checked) {
    this.step = step;
    this.changed = changed;
    this.checked = checked;
    changed.accept(step);
  }

  /**
   * Says what stands for the code in an offline script, which can run no Java. On a database that
   * Limbeck is connected to, the code runs and this does not.
   *
   * @param sql one or more statements, divided by semicolons
   */
  public RunDefinition sql(String sql) {
    checked.accept(sql);
    return with(new RunJava(step.description(), step.step(), sql.strip(), step.doneWhen()));
  }

  /**
   * Says how to see that the code has done its work; see {@link ExecuteDefinition#doneWhen}.
   *
   * @param query a query whose first value is true or false
   */
  public RunDefinition doneWhen(String query) {
    return with(new RunJava(step.description(), step.step(), step.sql(), query.strip()));
  }

  private RunDefinition with(RunJava value) {
    step = value;
    changed.accept(value);
    return this;
  }
}
