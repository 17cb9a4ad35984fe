package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.OfflinePlanner;
import dev.limbeck.plan.OfflineStep;
import dev.limbeck.plan.OfflineUnit;
import dev.limbeck.sql.SqlText;
import java.util.ArrayList;
import java.util.List;

/** The SQL of one revision without a database. */
record SqlOfRevision(RevisionCatalog catalog) {

  RevisionSql of(RevisionNode node, String dialectName) {
    RevisionGraph graph = catalog.graph();
    List<String> needed = graph.prerequisites(node.id()).stream().map(RevisionNode::id).toList();
    OfflinePlanner planner =
        new RevisionReplay(catalog, graph).planner(needed, Dialects.named(dialectName));
    Migration migration = catalog.migrations(List.of(node)).get(0);
    return new RevisionSql(
        statements(planner, node, Recorder.upgrade(migration)),
        downgrade(planner, node, migration));
  }

  private static List<String> downgrade(
      OfflinePlanner planner, RevisionNode node, Migration migration) {
    try {
      return statements(planner, node, Recorder.downgrade(migration));
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-218")) {
        throw e;
      }
      return SqlText.comment(e.getMessage());
    }
  }

  /** The statements, in order. A step in Java is a comment that names it. */
  private static List<String> statements(
      OfflinePlanner planner, RevisionNode node, Recording recording) {
    List<String> statements = new ArrayList<>();
    for (OfflineUnit unit : planner.plan(node.id(), recording)) {
      for (OfflineStep step : unit.steps()) {
        if (step.operation() instanceof RunJava java) {
          statements.addAll(SqlText.comment("Java: " + java.description()));
        }
        statements.addAll(step.statements());
      }
    }
    return statements;
  }
}
