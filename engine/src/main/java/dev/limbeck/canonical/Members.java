package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonBoolean;
import dev.limbeck.json.JsonNumber;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in the making. What says nothing is left out (null, false, an empty list), so that a
 * later version can add a member without making a difference to what is written already.
 */
public final class Members {
  private final Map<String, Json> members = new LinkedHashMap<>();

  /** An object that says first what it is. */
  public static Members of(String kind) {
    return new Members().text("kind", kind);
  }

  public Members text(String name, @Nullable String value) {
    return json(name, value == null ? null : new JsonString(value));
  }

  public Members number(String name, @Nullable Long value) {
    return json(name, value == null ? null : JsonNumber.of(value));
  }

  public Members number(String name, @Nullable Integer value) {
    return json(name, value == null ? null : JsonNumber.of(value));
  }

  public Members flag(String name, boolean value) {
    return json(name, value ? new JsonBoolean(true) : null);
  }

  public Members list(String name, List<? extends Json> items) {
    return json(name, items.isEmpty() ? null : new JsonArray(List.copyOf(items)));
  }

  public Members texts(String name, List<String> items) {
    return json(name, items.isEmpty() ? null : JsonArray.of(items));
  }

  public Members json(String name, @Nullable Json value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  public JsonObject done() {
    return new JsonObject(members);
  }
}
