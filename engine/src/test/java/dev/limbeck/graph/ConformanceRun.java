package dev.limbeck.graph;

import static dev.limbeck.graph.ConformanceFile.strings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.limbeck.graph.ConformanceFile.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs the vectors of a file and tells where the graph differs from them. */
final class ConformanceRun {

  private final ConformanceFile file;

  ConformanceRun(ConformanceFile file) {
    this.file = file;
  }

  /** What is different, or null. */
  @Nullable String difference(Case vector) {
    JsonObject error = vector.expect().getAsJsonObject("error");
    String stricter = isMisreadRange(vector) ? "" : vector.expected("stricter_kind");
    try {
      RevisionGraph graph = RevisionGraph.of(file.graphs().get(vector.graph()));
      if (error == null && stricter.isEmpty()) {
        return differenceOfSuccess(graph, vector);
      }
      String result = describe(graph, vector);
      if (error != null && error.has("suggested_heads_after")) {
        return ConformanceStamp.difference(graph, vector, error);
      }
      return "expected the error "
          + (error == null ? stricter : error.get("kind").getAsString())
          + " but was "
          + result;
    } catch (GraphException e) {
      String kind = e.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (error == null) {
        return kind.equals(stricter) ? null : "expected success but was " + kind;
      }
      String expected = error.get("kind").getAsString();
      return expected.equals("internal") || expected.equals(kind)
          ? null
          : "expected the error " + expected + " but was " + kind;
    }
  }

  /**
   * Whether a downgrade is called stricter only because {@code from:branch} was taken for the
   * branch of {@code from:branch@…}. The branch itself is right, so the recorded result holds.
   */
  private boolean isMisreadRange(Case vector) {
    String target = vector.target();
    if (!vector.expected("stricter_kind").equals("unknown-branch")
        || target == null
        || target.indexOf(':') < 0
        || target.indexOf('@') < target.indexOf(':')) {
      return false;
    }
    String branch = target.substring(target.indexOf(':') + 1, target.lastIndexOf('@'));
    return file.graphs().get(vector.graph()).stream()
        .anyMatch(node -> node.id().startsWith(branch) || node.labels().contains(branch));
  }

  private static String describe(RevisionGraph graph, Case vector) {
    return switch (vector.command()) {
      case "upgrade", "downgrade" -> ids(plan(graph, vector).steps()).toString();
      case "stamp" -> ConformanceStamp.plan(graph, vector).steps().toString();
      case "revision", "merge" -> create(graph, vector).toString();
      case "current" -> current(graph, vector).toString();
      case "load" -> "a graph";
      case "get_revision" -> graph.find(target(vector)).toString();
      default -> listed(graph, vector).toString();
    };
  }

  private static @Nullable String differenceOfSuccess(RevisionGraph graph, Case vector) {
    JsonObject expect = vector.expect();
    return switch (vector.command()) {
      case "upgrade", "downgrade" -> steps(graph, vector);
      case "stamp" -> ConformanceStamp.difference(graph, vector, expect);
      case "revision", "merge" -> created(graph, vector);
      case "branches" -> branches(graph, expect);
      case "load" -> loaded(graph, expect);
      case "get_revision" ->
          equal(
              expect.get("rev").isJsonNull() ? List.of() : strings(expect.get("rev")),
              graph.find(target(vector)).map(RevisionNode::id).stream().toList());
      case "current" ->
          ConformanceOrder.difference(expect, strings(expect.get("revs")), current(graph, vector));
      default ->
          ConformanceOrder.difference(expect, strings(expect.get("revs")), listed(graph, vector));
    };
  }

  private static String target(Case vector) {
    String target = vector.target();
    return target == null ? "" : target;
  }

  private static OfflinePaths.Plan<RevisionStep> plan(RevisionGraph graph, Case vector) {
    String target = target(vector);
    boolean up = vector.command().equals("upgrade");
    if (vector.option("sql")) {
      return up ? graph.offline().upgrade(target) : graph.offline().downgrade(target);
    }
    return new OfflinePaths.Plan<>(
        vector.rows(),
        up
            ? graph.upgradeSteps(vector.rows(), target)
            : graph.downgradeSteps(vector.rows(), target));
  }

  static List<String> ids(List<RevisionStep> steps) {
    return steps.stream().map(step -> step.revision().id()).toList();
  }

  /** The ids that the vector lists, in whichever command. */
  static List<String> expectedIds(JsonObject expect) {
    if (expect.has("revs")) {
      return strings(expect.get("revs"));
    }
    List<String> ids = new ArrayList<>();
    if (expect.has("steps")) {
      for (JsonElement step : expect.getAsJsonArray("steps")) {
        ids.add(step.getAsJsonObject().get("rev").getAsString());
      }
    }
    return ids;
  }

  /** The ids that the graph lists or runs for the vector. */
  List<String> actualIds(Case vector) {
    RevisionGraph graph = RevisionGraph.of(file.graphs().get(vector.graph()));
    return switch (vector.command()) {
      case "upgrade", "downgrade" -> ids(plan(graph, vector).steps());
      case "current" -> current(graph, vector);
      default -> listed(graph, vector);
    };
  }

  private static @Nullable String steps(RevisionGraph graph, Case vector) {
    JsonObject expect = vector.expect();
    OfflinePaths.Plan<RevisionStep> plan = plan(graph, vector);
    List<String> expected = expectedIds(expect);
    List<String> actual = ids(plan.steps());
    String difference = ConformanceOrder.difference(expect, expected, actual);
    if (difference != null) {
      return difference;
    }
    ConformanceTable table = new ConformanceTable(plan.rows());
    for (RevisionStep step : plan.steps()) {
      if (!step.direction().name().equalsIgnoreCase(vector.command())) {
        return "the step " + step + " goes the wrong way";
      }
      RowOperation failed = table.apply(step.rows());
      if (failed != null) {
        return failed + " does not fit the rows " + table.sorted();
      }
    }
    if (!table.isAnyOf(expect, "heads_after", "heads_after_tips")) {
      return "expected the rows %s but was %s".formatted(expect.get("heads_after"), table.sorted());
    }
    return expected.equals(actual) && expect.has("table_ops") && !expect.has("rows_are_tips")
        ? ConformanceTable.difference(
            expect, plan.rows(), plan.steps().stream().map(RevisionStep::rows).toList())
        : null;
  }

  private static List<String> current(RevisionGraph graph, Case vector) {
    if (vector.option("check_heads")) {
      graph.checkAtHeads(vector.rows());
    }
    return graph.current(vector.rows()).stream().map(RevisionNode::id).toList();
  }

  private static List<String> listed(RevisionGraph graph, Case vector) {
    String target = vector.target();
    List<RevisionNode> found =
        switch (vector.command()) {
          case "show" ->
              target(vector).equals("current")
                  ? vector.rows().stream().map(graph::get).toList()
                  : graph.all(target(vector));
          case "heads" ->
              vector.option("resolve_dependencies") ? graph.effectiveHeads() : graph.heads();
          case "bases" -> graph.bases();
          case "history" -> target == null ? graph.history() : graph.history(target, vector.rows());
          case "branches" -> graph.branchpoints().stream().map(Branchpoint::revision).toList();
          default -> throw new IllegalArgumentException("no such command: " + vector);
        };
    return found.stream().map(RevisionNode::id).toList();
  }

  private static @Nullable String branches(RevisionGraph graph, JsonObject expect) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (JsonElement element : expect.getAsJsonArray("branchpoints")) {
      JsonObject point = element.getAsJsonObject();
      List<String> into = new ArrayList<>();
      point
          .getAsJsonArray("into")
          .forEach(child -> into.add(child.getAsJsonObject().get("rev").getAsString()));
      expected.put(point.get("rev").getAsString(), into);
    }
    Map<String, List<String>> actual = new LinkedHashMap<>();
    for (Branchpoint point : graph.branchpoints()) {
      actual.put(point.revision().id(), point.children().stream().map(RevisionNode::id).toList());
    }
    String difference =
        ConformanceOrder.difference(
            expect, List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
    return difference == null ? equal(expected, actual) : difference;
  }

  private static @Nullable String loaded(RevisionGraph graph, JsonObject expect) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    Map<String, Set<String>> prerequisites = new LinkedHashMap<>();
    for (RevisionNode node : graph.revisions()) {
      labels.put(node.id(), graph.labels(node.id()));
      Set<String> needed = new TreeSet<>();
      graph.prerequisites(node.id()).forEach(prerequisite -> needed.add(prerequisite.id()));
      prerequisites.put(node.id(), needed);
    }
    String difference = equal(sets(expect.getAsJsonObject("labels")), labels);
    return difference == null
        ? equal(sets(expect.getAsJsonObject("direct_prerequisites")), prerequisites)
        : difference;
  }

  private static Map<String, Set<String>> sets(JsonObject object) {
    Map<String, Set<String>> sets = new LinkedHashMap<>();
    object
        .entrySet()
        .forEach(entry -> sets.put(entry.getKey(), new TreeSet<>(strings(entry.getValue()))));
    return sets;
  }

  private static RevisionNode create(RevisionGraph graph, Case vector) {
    JsonObject options = vector.options();
    List<String> heads =
        vector.command().equals("merge") ? vector.targets() : strings(options.get("head"));
    return graph.resolve(
        new RevisionDraft(
            options.get("id").getAsString(),
            heads.isEmpty() ? List.of("head") : heads,
            vector.option("splice"),
            strings(options.get("labels")),
            strings(options.get("depends_on")),
            ""));
  }

  private static @Nullable String created(RevisionGraph graph, Case vector) {
    JsonObject expect = vector.expect();
    JsonObject expected = expect.getAsJsonObject("created");
    RevisionNode created = create(graph, vector);
    List<String> down = strings(expected.get("down"));
    boolean asSet = vector.expected("created_order").equals("set");
    String difference =
        equal(
            List.of(
                expected.get("id").getAsString(),
                asSet ? new TreeSet<>(down) : down,
                strings(expected.get("depends_on")),
                strings(expected.get("labels"))),
            List.of(
                created.id(),
                asSet ? new TreeSet<>(created.downRevisions()) : created.downRevisions(),
                created.dependsOn(),
                created.labels()));
    List<RevisionNode> after = new ArrayList<>(graph.revisions());
    after.add(created);
    return difference == null
        ? equal(
            strings(expect.get("heads_after")),
            RevisionGraph.of(after).heads().stream().map(RevisionNode::id).sorted().toList())
        : difference;
  }

  private static @Nullable String equal(Object expected, Object actual) {
    return expected.equals(actual) ? null : "expected " + expected + " but was " + actual;
  }
}
