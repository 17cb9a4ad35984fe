package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * One operation of a plan that was made without a database.
 *
 * @param operation the operation as it was recorded, or as the dialect rewrote it
 * @param expectations statements that fail where the database holds what the plan does not know and
 *     would lose; for scripts
 * @param statements what does it; none where nothing is to do, and for Java that no SQL stands for
 * @param notices in what it does not fit the schema that the plan takes for granted
 * @param provisional true where SQL or Java that Limbeck does not look into came before, so that
 *     the schema may be another one
 */
public record OfflineStep(
    Operation operation,
    List<String> expectations,
    List<String> statements,
    List<Notice> notices,
    boolean provisional) {
  public OfflineStep {
    requireNonNull(operation, "operation");
    expectations = List.copyOf(expectations);
    statements = List.copyOf(statements);
    notices = List.copyOf(notices);
  }
}
