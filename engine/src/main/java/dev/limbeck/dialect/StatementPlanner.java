package dev.limbeck.dialect;

import dev.limbeck.model.Sequence;
import dev.limbeck.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a dialect does operations: the SQL for each, given what the schema is before it. */
public interface StatementPlanner {

  /**
   * Rewrites the operations of one transaction so that they suit the database: on SQLite, for
   * instance, the alterations of a table that was just created go into its creation. What they do
   * as a whole stays.
   *
   * @param behind what comes after them in the same transaction, in other revisions
   */
  List<Operation> rewrite(List<Operation> operations, List<Operation> behind);

  /** As {@link #rewrite(List, List)}, where the transaction ends with them. */
  default List<Operation> rewrite(List<Operation> operations) {
    return rewrite(operations, List.of());
  }

  /**
   * The statements that do an operation. The operation is resolved: it fits the state, drops say
   * what they drop, and constraints and indexes bear the names that they have in the state. {@code
   * OnlyOn}, {@code OutsideTransaction}, {@code RunJava} and {@code Irreversible} do not come here.
   */
  List<String> statements(Operation operation, SchemaState before);

  /**
   * The statement that makes the checks which constraints put off to the commit, of a table that a
   * statement is about to change; null where the database changes it without.
   *
   * @param sql the statement that is about to be run in a transaction that changed rows
   */
  default @Nullable String putOffChecks(String sql) {
    return null;
  }

  /**
   * The statement that lets a sequence go on behind the values that rows have, and behind its own
   * numbers: whether Hibernate takes a number for the last of its ids or for the first, none is in
   * use.
   *
   * @param ids the columns of whole numbers that it gives out the values of
   */
  String continueBehind(Sequence sequence, List<IdColumn> ids);
}
