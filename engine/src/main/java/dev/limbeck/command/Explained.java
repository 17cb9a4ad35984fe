package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.Comparison;
import java.util.List;

/**
 * What lies between a database and the entities, with the reasons.
 *
 * @param comparison what lies between them
 * @param explanations each difference with its reason, in the order of {@link DifferenceLines}
 */
public record Explained(Comparison comparison, List<Explanation> explanations) {
  public Explained {
    requireNonNull(comparison, "comparison");
    explanations = List.copyOf(explanations);
  }
}
