package dev.limbeck.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares orders: exactly, or as far as the graph decides them. */
final class ConformanceOrder {

  private ConformanceOrder() {}

  /** What is wrong with the order, or null. */
  static @Nullable String difference(
      JsonObject expect, List<String> expected, List<String> actual) {
    boolean exact = expect.has("order") && expect.get("order").getAsString().equals("exact");
    if (expected.equals(actual)) {
      return null;
    }
    boolean samePopulation =
        expected.size() == actual.size() && new HashSet<>(expected).equals(new HashSet<>(actual));
    if (exact || !samePopulation) {
      return "expected " + expected + " but was " + actual;
    }
    for (JsonElement pair : expect.getAsJsonArray("partial_order")) {
      List<String> ordered = ConformanceFile.strings(pair);
      if (actual.indexOf(ordered.get(0)) > actual.indexOf(ordered.get(1))) {
        return "expected " + ordered.get(0) + " before " + ordered.get(1) + " in " + actual;
      }
    }
    return null;
  }

  /** Whether Alembic's order is the same in each of its runs. */
  static boolean isReproducible(JsonObject expect) {
    return expect.has("oracle_order")
        && !expect.get("oracle_order").getAsString().equals("arbitrary");
  }
}
