package dev.limbeck.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A number.
 *
 * @param value the number; 1 and 1.0 are two numbers
 */
public record JsonNumber(BigDecimal value) implements Json {
  public JsonNumber {
    requireNonNull(value, "value");
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  @Override
  public void writeTo(StringBuilder text) {
    text.append(value);
  }
}
