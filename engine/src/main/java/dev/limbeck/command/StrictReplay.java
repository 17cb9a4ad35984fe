package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays revisions from base, and says of some of them which operations do not fit what the ones
 * before lead to: what they need is not there, what they make is there already, or what they change
 * is not as they expect it.
 */
final class StrictReplay {
  private final @Nullable String dialect;
  private final Replay replay;
  private final List<String> misfits = new ArrayList<>();

  private StrictReplay(@Nullable String dialect) {
    this.dialect = dialect;
    this.replay = new Replay(dialect);
  }

  /**
   * What does not fit, a line each.
   *
   * @param revisions what is played, in this order
   * @param migrations theirs, in the same order
   * @param strict the ids of those that have to fit
   * @param dialect the dialect whose own operations count, or null for none
   */
  static List<String> misfits(
      List<RevisionNode> revisions,
      List<Migration> migrations,
      Set<String> strict,
      @Nullable String dialect) {
    StrictReplay play = new StrictReplay(dialect);
    for (int i = 0; i < revisions.size(); i++) {
      String id = revisions.get(i).id();
      if (strict.contains(id)) {
        Recording recording = Recorder.upgrade(migrations.get(i));
        recording.operations().forEach(operation -> play.play(id, operation, recording));
      } else {
        play.replay.upgrade(id, migrations.get(i));
      }
    }
    return play.misfits;
  }

  private void play(String id, Operation operation, Recording recording) {
    if (operation instanceof OutsideTransaction outside) {
      outside.operations().forEach(inner -> play(id, inner, recording));
    } else if (operation instanceof OnlyOn only) {
      if (only.dialect().equals(dialect)) {
        only.operations().forEach(inner -> play(id, inner, recording));
      }
    } else if (operation instanceof AlterTable alter) {
      for (TableAlteration alteration : alter.alterations()) {
        SourceLine line = recording.line(alteration);
        check(
            id,
            new AlterTable(alter.table(), List.of(alteration)),
            line == null ? recording.line(operation) : line);
      }
    } else {
      check(id, operation, recording.line(operation));
    }
  }

  private void check(String id, Operation operation, @Nullable SourceLine line) {
    String problem = problem(replay.model(), operation);
    if (problem != null) {
      misfits.add((line == null ? "revision " + id : line.toString()) + "   " + problem);
    }
    replay.play(id, operation);
  }

  private @Nullable String problem(DatabaseModel model, Operation operation) {
    try {
      new Evolver(model, dialect).apply(operation);
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-217")) {
        throw e;
      }
      return e.getMessage().substring(e.code().length() + 1);
    }
    if (operation instanceof AlterTable alter
        && alter.alterations().get(0) instanceof AlterColumn change) {
      Table table = model.table(alter.table());
      Column column = table == null ? null : table.column(change.name());
      return table == null || column == null ? null : unexpected(table, column, change);
    }
    return null;
  }

  private static @Nullable String unexpected(Table table, Column column, AlterColumn change) {
    List<String> found = new ArrayList<>();
    compare(found, change.type(), column.type());
    compare(found, change.nullable(), column.nullable());
    compare(found, change.defaultValue(), column.defaultValue());
    compare(found, change.generation(), column.generation());
    compare(found, change.comment(), column.comment());
    compare(found, change.collation(), column.collation());
    return found.isEmpty()
        ? null
        : "alterColumn(\""
            + change.name()
            + "\") of "
            + table.name()
            + " expects "
            + String.join("; ", found);
  }

  private static <T> void compare(
      List<String> found, @Nullable Changed<T> change, @Nullable T actual) {
    if (change != null && !Objects.equals(change.from(), actual)) {
      found.add(change.from() + ", and it is " + actual);
    }
  }
}
