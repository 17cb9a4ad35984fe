package dev.limbeck.autogenerate;

import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has to be executed for the objects that entities make by SQL.
 *
 * @param before what comes before the changes of tables
 * @param after what comes after them
 * @param undoAfter what undoes the latter
 * @param undoBefore what undoes the former
 * @param notes what a person should know beside that
 * @param sides what each side has of the object for whose sake a statement is executed, by the
 *     statement
 */
public record SqlObjectChanges(
    List<Operation> before,
    List<Operation> after,
    List<Operation> undoAfter,
    List<Operation> undoBefore,
    List<String> notes,
    Map<String, SqlObjectSides> sides) {
  public SqlObjectChanges {
    before = List.copyOf(before);
    after = List.copyOf(after);
    undoAfter = List.copyOf(undoAfter);
    undoBefore = List.copyOf(undoBefore);
    notes = List.copyOf(notes);
    sides = Map.copyOf(sides);
  }

  /** Nothing to execute. */
  public static SqlObjectChanges none() {
    return new SqlObjectChanges(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
  }

  /** The same, with what follows at the end of both ways. */
  public SqlObjectChanges followedBy(List<Operation> upgrade, List<Operation> downgrade) {
    return new SqlObjectChanges(
        before,
        joined(after, upgrade, List.of()),
        undoAfter,
        joined(undoBefore, downgrade, List.of()),
        notes,
        sides);
  }

  /** The operations that lead up, around those of the model. */
  public List<Operation> upgrade(List<Operation> operations) {
    return joined(before, operations, after);
  }

  /** The operations that lead back, around those of the model. */
  public List<Operation> downgrade(List<Operation> operations) {
    return joined(undoAfter, operations, undoBefore);
  }

  private static List<Operation> joined(
      List<Operation> first, List<Operation> second, List<Operation> third) {
    List<Operation> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return List.copyOf(all);
  }
}
