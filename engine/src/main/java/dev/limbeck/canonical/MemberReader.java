package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonBoolean;
import dev.limbeck.json.JsonNumber;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonString;
import dev.limbeck.operation.Changed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object, each of which has to be asked for: a member that this version
 * does not know may change the meaning of the others.
 */
public final class MemberReader {
  private final JsonObject object;
  private final Set<String> left;

  public MemberReader(Json json) {
    if (!(json instanceof JsonObject found)) {
      throw new CanonicalSyntaxException("an object expected instead of " + json.text());
    }
    this.object = found;
    this.left = new HashSet<>(found.members().keySet());
  }

  /** Checks that all members were asked for, and gives back what was made of them. */
  public <T> T done(T value) {
    if (!left.isEmpty()) {
      throw new CanonicalSyntaxException("unknown members " + left + " in " + object.text());
    }
    return value;
  }

  public <T> @Nullable T optional(String name, Function<Json, T> reader) {
    left.remove(name);
    Json json = object.members().get(name);
    return json == null ? null : reader.apply(json);
  }

  public <T> T required(String name, Function<Json, T> reader) {
    T value = optional(name, reader);
    if (value == null) {
      throw new CanonicalSyntaxException("no \"" + name + "\" in " + object.text());
    }
    return value;
  }

  public <T> List<T> list(String name, Function<Json, T> reader) {
    List<T> items = optional(name, json -> items(json, reader));
    return items == null ? List.of() : items;
  }

  public static <T> List<T> items(Json json, Function<Json, T> reader) {
    if (!(json instanceof JsonArray array)) {
      throw new CanonicalSyntaxException("an array expected instead of " + json.text());
    }
    return array.items().stream().map(reader).toList();
  }

  public <T> Map<String, T> map(String name, Function<Json, T> reader) {
    return required(name, json -> map(json, reader));
  }

  /** The object of that name as a map; an empty one where there is none. */
  public <T> Map<String, T> optionalMap(String name, Function<Json, T> reader) {
    Map<String, T> found = optional(name, json -> map(json, reader));
    return found == null ? Map.of() : found;
  }

  private static <T> Map<String, T> map(Json json, Function<Json, T> reader) {
    if (!(json instanceof JsonObject byName)) {
      throw new CanonicalSyntaxException("an object expected instead of " + json.text());
    }
    Map<String, T> map = new LinkedHashMap<>();
    byName.members().forEach((key, value) -> map.put(key, reader.apply(value)));
    return map;
  }

  public <T> @Nullable Changed<T> changed(String name, Function<Json, T> reader) {
    return optional(name, json -> changed(json, reader));
  }

  static <T> Changed<T> changed(Json json, Function<Json, T> reader) {
    MemberReader sides = new MemberReader(json);
    return sides.done(new Changed<>(sides.optional("from", reader), sides.optional("to", reader)));
  }

  public String text(String name) {
    return required(name, MemberReader::text);
  }

  public @Nullable String optionalText(String name) {
    return optional(name, MemberReader::text);
  }

  public long number(String name) {
    return required(name, MemberReader::number);
  }

  public boolean flag(String name) {
    Boolean value = optional(name, MemberReader::flag);
    return value != null && value;
  }

  public static String text(Json json) {
    if (json instanceof JsonString text) {
      return text.value();
    }
    throw new CanonicalSyntaxException("a text expected instead of " + json.text());
  }

  public static boolean flag(Json json) {
    if (json instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw new CanonicalSyntaxException("true or false expected instead of " + json.text());
  }

  public static long number(Json json) {
    try {
      if (json instanceof JsonNumber number) {
        return number.value().longValueExact();
      }
    } catch (ArithmeticException e) {
      throw new CanonicalSyntaxException("a whole number expected instead of " + json.text());
    }
    throw new CanonicalSyntaxException("a number expected instead of " + json.text());
  }
}
