package dev.limbeck.json;

/** A JSON value. Its text form is JSON without any space between tokens. */
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** Appends the text form. */
  void writeTo(StringBuilder text);

  /** The text form. */
  default String text() {
    StringBuilder text = new StringBuilder();
    writeTo(text);
    return text.toString();
  }
}
