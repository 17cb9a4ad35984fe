package dev.limbeck.command;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.graph.OfflinePaths;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.graph.StampStep;
import dev.limbeck.plan.OfflinePlanner;
import dev.limbeck.runtime.HistoryTable;
import dev.limbeck.runtime.VersionTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes scripts that do what {@link Deploy} does, without a database. The whole script is planned
 * before any of it is there for others: there are no halves of scripts.
 */
record OfflineScripts(Settings settings, RevisionCatalog catalog) {

  SqlScript upgrade(String target, String dialect) {
    RevisionGraph graph = graph(target);
    return script("upgrade " + target, graph, graph.offline().upgrade(target), dialect);
  }

  SqlScript downgrade(String target, String dialect) {
    RevisionGraph graph = graph(target);
    return script("downgrade " + target, graph, graph.offline().downgrade(target), dialect);
  }

  SqlScript stamp(List<String> targets, boolean purge, String dialectName) {
    RevisionGraph graph =
        graph(targets.stream().filter(each -> each.contains(":")).findFirst().orElse(""));
    Dialect dialect = Dialects.named(dialectName);
    OfflinePaths.Plan<StampStep> plan = graph.offline().stamp(targets, purge);
    Set<String> ids = new TreeSet<>(plan.rows());
    plan.steps().forEach(step -> ids.addAll(step.to()));
    RevisionScript script = begin(dialect, graph, plan.rows(), ids);
    script.open(title("stamp " + String.join(" ", targets), "no revision is run", dialect));
    List<RowOperation> operations = new ArrayList<>();
    plan.steps().forEach(step -> operations.addAll(step.rows()));
    script.stamp(operations, (before, after) -> Deploy.stamped(catalog, before, after));
    return new SqlScript(script.close(), List.of(), List.of());
  }

  /** The revisions that count for a database at the beginning of the range, where it has one. */
  private RevisionGraph graph(String range) {
    int colon = range.indexOf(':');
    return colon <= 0
        ? catalog.graph()
        : catalog.asIfAt(List.of(range.substring(0, colon).strip())).graph();
  }

  private SqlScript script(
      String command,
      RevisionGraph graph,
      OfflinePaths.Plan<RevisionStep> plan,
      String dialectName) {
    Dialect dialect = Dialects.named(dialectName);
    List<RevisionNode> nodes = plan.steps().stream().map(RevisionStep::revision).toList();
    List<String> ids = nodes.stream().map(RevisionNode::id).toList();
    Set<String> touched = new TreeSet<>(ids);
    touched.addAll(plan.rows());
    RevisionScript script = begin(dialect, graph, plan.rows(), touched);
    int count = ids.size();
    script.open(title(command, count == 1 ? "1 revision" : count + " revisions", dialect));
    OfflinePlanner planner = new RevisionReplay(catalog, graph).planner(plan.rows(), dialect);
    ScriptFindings findings = new ScriptFindings(dialect.name());
    for (PlannedSteps.Planned planned :
        new PlannedSteps(dialect, planner, settings.transactions())
            .of(plan.steps(), catalog.migrations(nodes))) {
      findings.look(planned.id(), planned.recording(), planned.units());
      script.revision(planned.step(), planned.units());
    }
    findings.verify();
    return new SqlScript(script.close(), ids, findings.notes());
  }

  private RevisionScript begin(
      Dialect dialect, RevisionGraph graph, List<String> rows, Set<String> touched) {
    return new RevisionScript(
        dialect,
        new VersionTable(dialect, settings.versionTable()),
        new HistoryTable(dialect, settings.historyTable()),
        rows,
        unrelated(graph, touched),
        settings.transactions());
  }

  private static String title(String command, String what, Dialect dialect) {
    return "limbeck " + command + " --sql: " + what + ", for " + dialect.name();
  }

  /**
   * The revisions of other branches: neither needed by one of these, nor in need of one. Rows of
   * them may be there, since a script is for one way through the graph.
   */
  private static List<String> unrelated(RevisionGraph graph, Set<String> ids) {
    Set<RevisionNode> below = new HashSet<>(graph.applied(ids));
    List<String> unrelated = new ArrayList<>();
    for (RevisionNode node : graph.revisions()) {
      if (!below.contains(node)
          && graph.applied(List.of(node.id())).stream()
              .noneMatch(other -> ids.contains(other.id()))) {
        unrelated.add(node.id());
      }
    }
    return unrelated;
  }
}
