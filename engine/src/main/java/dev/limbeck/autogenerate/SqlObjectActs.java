package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.autogenerate.SqlObjectChange.Step;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts what has to be executed in order. Not safe for several threads; for one use. */
final class SqlObjectActs {
  private final List<String> dialects;
  private final List<Operation> before = new ArrayList<>();
  private final List<Operation> after = new ArrayList<>();
  private final List<Operation> undoBefore = new ArrayList<>();
  private final List<Operation> undoAfter = new ArrayList<>();
  private final Map<String, SqlObjectSides> sides = new LinkedHashMap<>();

  SqlObjectActs(List<String> dialects) {
    this.dialects = dialects;
  }

  SqlObjectChanges of(List<SqlObjectChange> changes, List<String> notes) {
    List<SqlObjectChange> backwards = new ArrayList<>(changes);
    Collections.reverse(backwards);
    for (SqlObjectChange change : backwards) {
      if (!change.object().beforeTables() && !isReplaced(change)) {
        drop(change, before, undoBefore);
      }
    }
    for (SqlObjectChange change : changes) {
      if (isAltered(change)) {
        alter(change, notes);
        continue;
      }
      if (change.object().beforeTables() && !isGone(change)) {
        if (!isReplaced(change)) {
          drop(change, before, undoBefore);
        }
        create(change, before, undoBefore);
      } else if (!change.object().beforeTables()) {
        create(change, after, undoAfter);
      }
      note(change, notes);
    }
    for (SqlObjectChange change : backwards) {
      if (change.object().beforeTables() && isGone(change)) {
        drop(change, after, undoAfter);
      }
    }
    return new SqlObjectChanges(before, after, undoAfter, undoBefore, notes, sides);
  }

  /** True for a type, which cannot go and come while columns have it. */
  private static boolean isAltered(SqlObjectChange change) {
    return change.object().kind() == Kind.COMPOSITE_TYPE
        && change.steps().values().stream()
            .anyMatch(step -> step.gone() != null && step.comes() != null);
  }

  private void alter(SqlObjectChange change, List<String> notes) {
    Map<String, List<String>> up = new TreeMap<>();
    Map<String, List<String>> down = new TreeMap<>();
    change
        .steps()
        .forEach(
            (dialect, step) -> {
              String from = requireNonNull(step.gone()).create().get(0);
              String to = requireNonNull(step.comes()).create().get(0);
              String type = String.valueOf(change.object().object());
              List<String> there = new CompositeTypeChange(type, from, to).statements();
              List<String> back = new CompositeTypeChange(type, to, from).statements();
              if (there == null) {
                notes.add(
                    change.object().name()
                        + ": its attributes change in a way that needs a new type; do that in a"
                        + " revision of your own. There is "
                        + from
                        + ", wanted is "
                        + to);
              } else {
                up.put(dialect, there);
                down.put(dialect, back == null ? List.of() : back);
              }
            });
    before.addAll(operations(change, up));
    undoBefore.addAll(0, operations(change, down));
  }

  private static boolean isGone(SqlObjectChange change) {
    return change.steps().values().stream().allMatch(step -> step.comes() == null);
  }

  /**
   * True where the new one takes the place of the old one by itself. A view does not where it has
   * other columns.
   */
  private static boolean isReplaced(SqlObjectChange change) {
    return change.object().kind() == Kind.OTHER
        && change.steps().values().stream()
            .allMatch(
                step ->
                    step.gone() != null
                        && step.comes() != null
                        && replaces(step.gone())
                        && replaces(step.comes()));
  }

  private static boolean replaces(Statements statements) {
    return statements.create().stream()
        .allMatch(
            sql -> {
              List<SqlToken> tokens = SqlTokenizer.code(sql);
              return tokens.size() > 2
                  && tokens.get(0).isWord("create")
                  && tokens.get(1).isWord("or")
                  && tokens.get(2).isWord("replace");
            });
  }

  private void drop(SqlObjectChange change, List<Operation> up, List<Operation> undo) {
    Map<String, List<String>> drops = new TreeMap<>();
    Map<String, List<String>> creates = new TreeMap<>();
    change
        .steps()
        .forEach(
            (dialect, step) -> {
              if (step.gone() != null && !step.gone().drop().isEmpty()) {
                drops.put(dialect, step.gone().drop());
                creates.put(dialect, step.gone().create());
              }
            });
    up.addAll(operations(change, drops));
    undo.addAll(0, operations(change, creates));
  }

  private void create(SqlObjectChange change, List<Operation> up, List<Operation> undo) {
    boolean replaced = isReplaced(change);
    Map<String, List<String>> creates = new TreeMap<>();
    Map<String, List<String>> undone = new TreeMap<>();
    change
        .steps()
        .forEach(
            (dialect, step) -> {
              if (step.comes() != null) {
                creates.put(dialect, step.comes().create());
                undone.put(
                    dialect,
                    replaced && step.gone() != null ? step.gone().create() : step.comes().drop());
              }
            });
    up.addAll(operations(change, creates));
    undo.addAll(0, operations(change, undone));
  }

  private List<Operation> operations(SqlObjectChange change, Map<String, List<String>> statements) {
    SqlObject object = change.object();
    statements.forEach(
        (dialect, texts) ->
            texts.forEach(
                sql ->
                    sides.putIfAbsent(sql.strip(), requireNonNull(change.sides().get(dialect)))));
    if (statements.isEmpty()) {
      return List.of();
    }
    boolean everywhere =
        !object.scoped()
            && statements.keySet().containsAll(dialects)
            && statements.values().stream().distinct().count() == 1;
    List<Operation> operations = new ArrayList<>();
    if (everywhere) {
      statements.values().iterator().next().forEach(sql -> operations.add(execute(sql)));
    } else {
      statements.forEach(
          (dialect, texts) -> {
            if (!texts.isEmpty()) {
              operations.add(
                  new OnlyOn(
                      dialect, texts.stream().<Operation>map(SqlObjectActs::execute).toList()));
            }
          });
    }
    return operations;
  }

  private static Operation execute(String sql) {
    return new ExecuteSql(sql.strip());
  }

  private static void note(SqlObjectChange change, List<String> notes) {
    for (Step step : change.steps().values()) {
      if (step.gone() != null && step.gone().drop().isEmpty() && !isReplaced(change)) {
        notes.add(
            change.object().name()
                + ": the mapping had no SQL that drops it; do that in the revision: "
                + step.gone().create());
        return;
      }
      if (step.comes() != null && step.comes().drop().isEmpty()) {
        notes.add(
            change.object().name()
                + ": the mapping has no SQL that drops it, and the downgrade leaves it there");
        return;
      }
    }
  }
}
