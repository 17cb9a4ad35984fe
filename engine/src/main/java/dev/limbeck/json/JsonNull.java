package dev.limbeck.json;

/** The value {@code null}. */
public record JsonNull() implements Json {

  @Override
  public void writeTo(StringBuilder text) {
    text.append("null");
  }
}
