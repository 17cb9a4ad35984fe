package dev.limbeck.testsupport.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * How the facts of one schema differ from another's.
 *
 * @param missing lines of the expected schema that the actual one lacks
 * @param surplus lines of the actual schema that the expected one lacks
 */
public record FactsDifference(List<String> missing, List<String> surplus) {

  public FactsDifference {
    missing = List.copyOf(missing);
    surplus = List.copyOf(surplus);
  }

  static FactsDifference between(List<String> expected, List<String> actual) {
    List<String> missing = new ArrayList<>(expected);
    List<String> surplus = new ArrayList<>();
    for (String line : actual) {
      if (!missing.remove(line)) {
        surplus.add(line);
      }
    }
    return new FactsDifference(missing, surplus);
  }

  public boolean isEmpty() {
    return missing.isEmpty() && surplus.isEmpty();
  }

  /** A line for each difference: {@code -} where it is missing, {@code +} where it is surplus. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    missing.forEach(line -> text.append("- ").append(line).append('\n'));
    surplus.forEach(line -> text.append("+ ").append(line).append('\n'));
    return text.toString();
  }
}
