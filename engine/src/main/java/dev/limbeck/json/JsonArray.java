package dev.limbeck.json;

import java.util.List;

/**
 * An array.
 *
 * @param items its items, in order
 */
public record JsonArray(List<Json> items) implements Json {
  public JsonArray {
    items = List.copyOf(items);
  }

  /** An array of texts. */
  public static JsonArray of(List<String> texts) {
    return new JsonArray(texts.stream().map(text -> (Json) new JsonString(text)).toList());
  }

  @Override
  public void writeTo(StringBuilder text) {
    text.append('[');
    String separator = "";
    for (Json item : items) {
      text.append(separator);
      item.writeTo(text);
      separator = ",";
    }
    text.append(']');
  }
}
