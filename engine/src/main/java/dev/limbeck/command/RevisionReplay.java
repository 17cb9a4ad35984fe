package dev.limbeck.command;

import dev.limbeck.autogenerate.ExecutedSql;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.hook.HookContext.Executed;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.plan.OfflinePlanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Plays the revisions of a catalog, from base to where a version table would say. */
record RevisionReplay(RevisionCatalog catalog, RevisionGraph graph) {

  /**
   * What the revisions lead to that are applied where the version table has these rows.
   *
   * @param dialect the dialect whose own operations count, or null for none
   */
  Replay to(List<String> rows, @Nullable String dialect) {
    Replay replay = new Replay(dialect);
    play(rows, replay::upgrade);
    return replay;
  }

  /** What the revisions execute that are applied where the version table has these rows. */
  ExecutedSql executed(List<String> rows) {
    ExecutedSql executed = new ExecutedSql();
    play(rows, (id, migration) -> Recorder.upgrade(migration).operations().forEach(executed::add));
    return executed;
  }

  /** The revisions that are applied where the version table has these rows, played one by one. */
  List<PlayedRevision> history(List<String> rows, @Nullable String dialect) {
    List<PlayedRevision> history = new ArrayList<>();
    Replay replay = new Replay(dialect);
    List<RevisionNode> applied = applied(rows);
    play(
        rows,
        (id, migration) -> {
          replay.upgrade(id, migration);
          history.add(
              new PlayedRevision(
                  applied.get(history.size()),
                  Recorder.upgrade(migration).operations(),
                  replay.model()));
        });
    return history;
  }

  /** The SQL that the revisions execute that are applied where the version table has these rows. */
  List<Executed> executedTexts(List<String> rows) {
    List<Executed> sql = new ArrayList<>();
    play(rows, (id, migration) -> addSql(Recorder.upgrade(migration).operations(), null, sql));
    return sql;
  }

  private static void addSql(
      List<Operation> operations, @Nullable String dialect, List<Executed> sql) {
    for (Operation operation : operations) {
      if (operation instanceof ExecuteSql execute) {
        sql.add(new Executed(dialect, execute.sql()));
      } else if (operation instanceof OnlyOn only) {
        addSql(only.operations(), only.dialect(), sql);
      } else if (operation instanceof OutsideTransaction outside) {
        addSql(outside.operations(), dialect, sql);
      }
    }
  }

  /** A planner that stands where the version table has these rows. */
  OfflinePlanner planner(List<String> rows, Dialect dialect) {
    OfflinePlanner planner = new OfflinePlanner(dialect);
    play(rows, (id, migration) -> planner.pass(id, Recorder.upgrade(migration)));
    return planner;
  }

  private void play(List<String> rows, BiConsumer<String, Migration> player) {
    List<RevisionNode> applied = applied(rows);
    List<Migration> migrations = catalog.migrations(applied);
    for (int i = 0; i < applied.size(); i++) {
      player.accept(applied.get(i).id(), migrations.get(i));
    }
  }

  /** The applied revisions, each after what it is based on. */
  List<RevisionNode> applied(List<String> rows) {
    Set<RevisionNode> applied = new HashSet<>(graph.applied(rows));
    return graph.upgradeSteps(List.of(), "heads").stream()
        .map(RevisionStep::revision)
        .filter(applied::contains)
        .toList();
  }
}
