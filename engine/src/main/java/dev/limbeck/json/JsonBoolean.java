package dev.limbeck.json;

/** True or false. */
public record JsonBoolean(boolean value) implements Json {

  @Override
  public void writeTo(StringBuilder text) {
    text.append(value);
  }
}
