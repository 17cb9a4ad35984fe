package dev.limbeck.graph;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of vectors: what commands do on many graphs, recorded from Alembic.
 *
 * @param graphs the revisions of each graph, in load order
 */
record ConformanceFile(Map<String, List<RevisionNode>> graphs, List<Case> cases) {

  static final String FORMAT = "revision-graph-vectors/1";

  /**
   * One command on one graph.
   *
   * @param rows the version table before it
   * @param targets the arguments; empty where there is none
   */
  record Case(
      String id,
      String graph,
      String command,
      List<String> rows,
      List<String> targets,
      JsonObject options,
      JsonObject expect) {

    @Nullable String target() {
      return targets.isEmpty() ? null : targets.get(0);
    }

    boolean option(String name) {
      return options.has(name) && options.get(name).getAsBoolean();
    }

    String expected(String name) {
      return expect.has(name) ? expect.get(name).getAsString() : "";
    }

    @Override
    public String toString() {
      return "%s %s: %s %s %s on %s".formatted(id, graph, command, targets, options, rows);
    }
  }

  static ConformanceFile read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonObject root = new Gson().fromJson(reader, JsonObject.class);
      if (!root.get("format").getAsString().equals(FORMAT)) {
        throw new IOException(file + " is not in the format " + FORMAT);
      }
      Map<String, List<RevisionNode>> graphs = new LinkedHashMap<>();
      root.getAsJsonObject("graphs")
          .entrySet()
          .forEach(entry -> graphs.put(entry.getKey(), graph(entry.getValue().getAsJsonArray())));
      List<Case> cases = new ArrayList<>();
      root.getAsJsonArray("cases").forEach(element -> cases.add(vector(element.getAsJsonObject())));
      return new ConformanceFile(graphs, cases);
    }
  }

  private static List<RevisionNode> graph(JsonArray revisions) {
    List<RevisionNode> nodes = new ArrayList<>();
    for (JsonElement element : revisions) {
      JsonObject revision = element.getAsJsonObject();
      String id = revision.get("id").getAsString();
      nodes.add(
          new RevisionNode(
              id,
              strings(revision.get("down")),
              strings(revision.get("depends_on")),
              strings(revision.get("labels")),
              "message of " + id));
    }
    return nodes;
  }

  private static Case vector(JsonObject vector) {
    JsonElement options = vector.get("options");
    return new Case(
        vector.get("id").getAsString(),
        vector.get("graph").getAsString(),
        vector.get("command").getAsString(),
        strings(vector.get("heads")),
        strings(vector.get("target")),
        options == null ? new JsonObject() : options.getAsJsonObject(),
        vector.getAsJsonObject("expect"));
  }

  /** The strings of an array, or the one string; none where the element is missing or null. */
  static List<String> strings(@Nullable JsonElement element) {
    if (element == null || element.isJsonNull()) {
      return List.of();
    }
    if (element.isJsonPrimitive()) {
      return List.of(element.getAsString());
    }
    List<String> strings = new ArrayList<>();
    element.getAsJsonArray().forEach(item -> strings.add(item.getAsString()));
    return strings;
  }
}
