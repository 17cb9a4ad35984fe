package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonParser;
import dev.limbeck.json.JsonString;
import dev.limbeck.json.JsonSyntaxException;
import dev.limbeck.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects made by SQL as lines of the mapping files, beside the places of entities and attributes,
 * from which they are told apart by a key that is no path:
 *
 * <pre>
 * + sql view open_order = {"kind":"view","object":"open_order","on":{"postgresql":{"create":[…],"drop":[…]}}}
 * </pre>
 */
public final class SqlObjectRecords {
  private static final String KEY = "sql ";

  private SqlObjectRecords() {}

  /** The lines of objects, by their key. */
  public static SortedMap<String, String> write(List<SqlObject> objects) {
    SortedMap<String, String> lines = new TreeMap<>();
    for (SqlObject object : objects) {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("kind", new JsonString(object.kind().name().toLowerCase(Locale.ROOT)));
      if (object.object() != null) {
        members.put("object", new JsonString(object.object().toString()));
      }
      if (object.beforeTables()) {
        members.put("before", new JsonString("tables"));
      }
      if (object.scoped()) {
        members.put("scoped", new JsonString("yes"));
      }
      Map<String, Json> dialects = new LinkedHashMap<>();
      object.statements().forEach((dialect, statements) -> dialects.put(dialect, json(statements)));
      members.put("on", new JsonObject(dialects));
      lines.put(KEY + object.name(), new JsonObject(members).text());
    }
    return lines;
  }

  private static Json json(Statements statements) {
    return new JsonObject(
        Map.of(
            "create", JsonArray.of(statements.create()), "drop", JsonArray.of(statements.drop())));
  }

  /** The lines that are no objects: the places of entities and attributes. */
  public static SortedMap<String, String> places(Map<String, String> lines) {
    SortedMap<String, String> places = new TreeMap<>(lines);
    places.keySet().removeIf(key -> key.startsWith(KEY));
    return places;
  }

  /**
   * The objects among the lines.
   *
   * @throws LimbeckException LMB-221 where a line is broken
   */
  public static List<SqlObject> read(Map<String, String> lines) {
    List<SqlObject> objects = new ArrayList<>();
    lines.forEach(
        (key, value) -> {
          if (key.startsWith(KEY)) {
            try {
              objects.add(
                  object(key.substring(KEY.length()), (JsonObject) JsonParser.parse(value)));
            } catch (JsonSyntaxException | ClassCastException | IllegalArgumentException e) {
              throw new LimbeckException(
                  "LMB-221",
                  "A mapping file cannot be read.\n  "
                      + key
                      + " = "
                      + value
                      + "\n  Such a line holds an object in JSON, as Limbeck wrote it.",
                  e);
            }
          }
        });
    return List.copyOf(objects);
  }

  private static SqlObject object(String name, JsonObject json) {
    Map<String, Json> members = json.members();
    SortedMap<String, Statements> statements = new TreeMap<>();
    if (members.get("on") instanceof JsonObject on) {
      on.members()
          .forEach((dialect, value) -> statements.put(dialect, statements((JsonObject) value)));
    }
    return new SqlObject(
        name,
        members.get("kind") instanceof JsonString kind
            ? Kind.valueOf(kind.value().toUpperCase(Locale.ROOT))
            : Kind.OTHER,
        members.get("object") instanceof JsonString object
            ? QualifiedName.parse(object.value())
            : null,
        members.containsKey("before"),
        members.containsKey("scoped"),
        statements);
  }

  private static Statements statements(JsonObject json) {
    return new Statements(texts(json.members().get("create")), texts(json.members().get("drop")));
  }

  private static List<String> texts(@Nullable Json json) {
    return json instanceof JsonArray array
        ? array.items().stream().map(item -> ((JsonString) item).value()).toList()
        : List.of();
  }
}
