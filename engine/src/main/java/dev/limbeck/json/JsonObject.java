package dev.limbeck.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object.
 *
 * @param members its members, in the order in which they are written; order makes no difference
 *     between two objects
 */
public record JsonObject(Map<String, Json> members) implements Json {
  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  @Override
  public void writeTo(StringBuilder text) {
    text.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : members.entrySet()) {
      text.append(separator);
      new JsonString(member.getKey()).writeTo(text);
      text.append(':');
      member.getValue().writeTo(text);
      separator = ",";
    }
    text.append('}');
  }
}
