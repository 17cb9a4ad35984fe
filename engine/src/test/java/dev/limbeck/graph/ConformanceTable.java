package dev.limbeck.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A version table that takes row operations, as a database would. */
final class ConformanceTable {

  private final List<String> rows;

  ConformanceTable(List<String> rows) {
    this.rows = new ArrayList<>(rows);
  }

  /** The rows, sorted. */
  List<String> sorted() {
    return rows.stream().sorted().toList();
  }

  /** Does the operations; returns the first that does not match exactly one row, or null. */
  @Nullable RowOperation apply(List<RowOperation> operations) {
    for (RowOperation operation : operations) {
      if (!apply(operation)) {
        return operation;
      }
    }
    return null;
  }

  private boolean apply(RowOperation operation) {
    if (operation instanceof RowOperation.Insert insert) {
      return !rows.contains(insert.revision()) && rows.add(insert.revision());
    }
    if (operation instanceof RowOperation.Delete delete) {
      return isOnce(delete.revision()) && rows.remove(delete.revision());
    }
    RowOperation.Update update = (RowOperation.Update) operation;
    return isOnce(update.from())
        && !rows.contains(update.to())
        && rows.remove(update.from())
        && rows.add(update.to());
  }

  private boolean isOnce(String revision) {
    return rows.stream().filter(revision::equals).count() == 1;
  }

  static List<RowOperation> operations(JsonElement table) {
    List<RowOperation> operations = new ArrayList<>();
    for (JsonElement element : table.getAsJsonArray()) {
      JsonObject row = element.getAsJsonObject();
      operations.add(
          switch (row.get("op").getAsString()) {
            case "insert" -> new RowOperation.Insert(row.get("rev").getAsString());
            case "delete" -> new RowOperation.Delete(row.get("rev").getAsString());
            case "update" ->
                new RowOperation.Update(row.get("from").getAsString(), row.get("to").getAsString());
            default -> throw new IllegalArgumentException("no row operation: " + row);
          });
    }
    return operations;
  }

  /**
   * Compares the operations of each step where the steps are the same.
   *
   * @param before the rows before the first step
   * @return what is wrong, or null
   */
  static @Nullable String difference(
      JsonObject expect, List<String> before, List<List<RowOperation>> actual) {
    boolean exact = expect.get("table_ops").getAsString().equals("exact");
    ConformanceTable table = new ConformanceTable(before);
    ConformanceTable expectedTable = new ConformanceTable(before);
    for (int i = 0; i < actual.size(); i++) {
      JsonObject step = expect.getAsJsonArray("steps").get(i).getAsJsonObject();
      List<RowOperation> expected = operations(step.get("table"));
      if (exact && !expected.equals(actual.get(i))) {
        return "row operations of step %d: expected %s but was %s"
            .formatted(i, expected, actual.get(i));
      }
      table.apply(actual.get(i));
      expectedTable.apply(expected);
      if (!kinds(expected).equals(kinds(actual.get(i)))
          || !table.sorted().equals(expectedTable.sorted())) {
        return "row operations of step %d: %s is not equivalent to %s"
            .formatted(i, actual.get(i), expected);
      }
    }
    return null;
  }

  private static Map<String, Integer> kinds(List<RowOperation> operations) {
    Map<String, Integer> kinds = new TreeMap<>();
    operations.forEach(
        operation -> kinds.merge(operation.getClass().getSimpleName(), 1, Integer::sum));
    return kinds;
  }

  /** Whether the rows are those that the vector gives under one of the names. */
  boolean isAnyOf(JsonObject expect, String... names) {
    for (String name : names) {
      if (expect.has(name)
          && new TreeSet<>(ConformanceFile.strings(expect.get(name))).equals(new TreeSet<>(rows))) {
        return true;
      }
    }
    return false;
  }
}
