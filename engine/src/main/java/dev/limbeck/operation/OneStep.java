package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.QualifiedName;
import java.util.Objects;

/** What databases do in one step with the name of an object: another name, or another schema. */
final class OneStep {
  private OneStep() {}

  /**
   * Checks a step.
   *
   * @throws LimbeckException LMB-422 where both change
   */
  static void check(QualifiedName from, QualifiedName to) {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (!from.name().equals(to.name()) && !Objects.equals(from.schema(), to.schema())) {
      throw new LimbeckException(
          "LMB-422",
          from
              + " cannot become "
              + to
              + " in one step.\n  Move it to the other schema (moveTable, moveSequence), and rename it"
              + " there.");
    }
  }
}
