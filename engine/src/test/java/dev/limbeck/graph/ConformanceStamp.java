package dev.limbeck.graph;

import static dev.limbeck.graph.ConformanceFile.strings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.limbeck.graph.ConformanceFile.Case;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares stamps with their vectors. */
final class ConformanceStamp {

  private ConformanceStamp() {}

  static OfflinePaths.Plan<StampStep> plan(RevisionGraph graph, Case vector) {
    if (vector.option("sql")) {
      return graph.offline().stamp(vector.targets(), vector.option("purge"));
    }
    List<String> rows = vector.option("purge") ? List.of() : vector.rows();
    return new OfflinePaths.Plan<>(rows, graph.stampSteps(rows, vector.targets()));
  }

  /** What is different from the result that is recorded or suggested, or null. */
  static @Nullable String difference(RevisionGraph graph, Case vector, JsonObject expect) {
    OfflinePaths.Plan<StampStep> plan = plan(graph, vector);
    ConformanceTable table = new ConformanceTable(plan.rows());
    for (StampStep step : plan.steps()) {
      RowOperation failed = table.apply(step.rows());
      if (failed != null) {
        return failed + " does not fit the rows " + table.sorted();
      }
    }
    if (table.isAnyOf(expect, "suggested_heads_after")) {
      return null;
    }
    if (!table.isAnyOf(expect, "heads_after")) {
      return expect.has("heads_after")
              && isForgottenSuggestion(graph, vector, plan.rows(), table.sorted())
          ? null
          : "expected the rows %s but was %s".formatted(expect.get("heads_after"), table.sorted());
    }
    return differenceOfMoves(vector, plan, expect);
  }

  private static @Nullable String differenceOfMoves(
      Case vector, OfflinePaths.Plan<StampStep> plan, JsonObject expect) {
    List<String> expected = new ArrayList<>();
    for (JsonElement element : expect.getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      expected.add(
          strings(step.get("from"))
              + " to "
              + strings(step.get("to"))
              + " by "
              + step.get("direction").getAsString());
    }
    List<String> actual = new ArrayList<>();
    for (StampStep step : plan.steps()) {
      actual.add(
          step.from()
              + " to "
              + step.to()
              + " by "
              + step.direction().name().toLowerCase(Locale.ROOT));
    }
    if (expected.equals(actual)) {
      return ConformanceTable.difference(
          expect, plan.rows(), plan.steps().stream().map(StampStep::rows).toList());
    }
    boolean permuted =
        vector.expected("order").equals("topological")
            && new HashSet<>(expected).equals(new HashSet<>(actual));
    return permuted ? null : "expected the moves " + expected + " but was " + actual;
  }

  /**
   * Whether the vector should have a suggestion and has none. The vectors suggest a better result
   * for several destinations only where all are typed as full ids; with {@code heads} or a prefix
   * Alembic drops a destination, or leaves an ancestor of another row, just the same. Then the rule
   * of the suggestion holds: without the rows concerned, with the destinations, only the tips.
   */
  private static boolean isForgottenSuggestion(
      RevisionGraph graph, Case vector, List<String> before, List<String> actual) {
    Set<String> destinations = new TreeSet<>();
    for (String target : vector.targets()) {
      graph.all(target).forEach(node -> destinations.add(node.id()));
    }
    List<String> recorded = strings(vector.expect().get("heads_after"));
    boolean dropped = !applied(graph, recorded).containsAll(destinations);
    boolean redundant = !tips(graph, recorded).equals(new TreeSet<>(recorded));
    boolean allFullIds = vector.targets().stream().allMatch(id -> graph.byId(id).isPresent());
    if (destinations.size() < 2
        || allFullIds
        || !dropped && !redundant
        || !recordedMovesLeadTo(recorded, before, vector.expect())) {
      return false;
    }
    Set<String> wanted = new TreeSet<>(before);
    wanted.removeIf(
        row ->
            destinations.stream()
                .anyMatch(
                    destination ->
                        applied(graph, List.of(row)).contains(destination)
                            || applied(graph, List.of(destination)).contains(row)));
    wanted.addAll(destinations);
    return tips(graph, wanted).equals(new TreeSet<>(actual));
  }

  private static boolean recordedMovesLeadTo(
      List<String> recorded, List<String> before, JsonObject expect) {
    ConformanceTable table = new ConformanceTable(before);
    for (JsonElement step : expect.getAsJsonArray("steps")) {
      table.apply(ConformanceTable.operations(step.getAsJsonObject().get("table")));
    }
    return table.sorted().equals(recorded.stream().sorted().toList());
  }

  private static Set<String> tips(RevisionGraph graph, Iterable<String> rows) {
    Set<String> tips = new TreeSet<>();
    rows.forEach(tips::add);
    Set<String> below = new HashSet<>();
    for (String row : rows) {
      Set<String> ancestors = applied(graph, List.of(row));
      ancestors.remove(row);
      below.addAll(ancestors);
    }
    tips.removeAll(below);
    return tips;
  }

  /** The revisions and their ancestors, found without the engine's own search. */
  private static Set<String> applied(RevisionGraph graph, List<String> rows) {
    Set<String> applied = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(rows);
    while (!open.isEmpty()) {
      String id = open.pop();
      if (applied.add(id)) {
        graph.prerequisites(id).forEach(node -> open.push(node.id()));
      }
    }
    return applied;
  }
}
