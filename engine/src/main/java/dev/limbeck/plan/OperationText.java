package dev.limbeck.plan;

import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import java.util.stream.Collectors;

/** An operation in a line, for people. */
public final class OperationText {
  private static final int LONGEST = 200;

  private OperationText() {}

  /** What it does; SQL in one line, cut where it is long. */
  public static String of(Operation operation) {
    if (operation instanceof ExecuteSql execute) {
      String sql = execute.sql().lines().map(String::strip).collect(Collectors.joining(" "));
      return sql.length() > LONGEST ? sql.substring(0, LONGEST) + "…" : sql;
    }
    if (operation instanceof RunJava java) {
      return "run: " + java.description();
    }
    if (operation instanceof InsertRows insert) {
      return "insertRows " + insert.table();
    }
    if (operation instanceof ChangeInBatches change) {
      return "batches: " + change.description();
    }
    return operation instanceof AlterTable alter
        ? "alterTable " + alter.table()
        : operation.getClass().getSimpleName();
  }
}
