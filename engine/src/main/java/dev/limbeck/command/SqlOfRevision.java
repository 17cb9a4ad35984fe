package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.plan.OfflinePlanner;
import java.util.List;

/** The SQL of one revision without a database. */
record SqlOfRevision(Settings settings, RevisionCatalog catalog) {

  RevisionSql of(RevisionNode node, String dialectName) {
    RevisionGraph graph = catalog.graph();
    Dialect dialect = Dialects.named(dialectName);
    DatabaseModel before = new Autogenerate(settings, catalog).before(node, graph, dialectName);
    Migration migration = catalog.migrations(List.of(node)).get(0);
    Replay replay = new Replay(before, dialectName);
    List<String> statements =
        new OfflinePlanner(dialect, before, node.id()).statements(Recorder.upgrade(migration));
    replay.upgrade(node.id(), migration);
    return new RevisionSql(statements, downgrade(node, dialect, migration, replay.model()));
  }

  private static List<String> downgrade(
      RevisionNode node, Dialect dialect, Migration migration, DatabaseModel after) {
    try {
      return new OfflinePlanner(dialect, after, node.id())
          .statements(Recorder.downgrade(migration));
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-218")) {
        throw e;
      }
      return List.of("-- " + e.getMessage().replace("\n", "\n-- "));
    }
  }
}
