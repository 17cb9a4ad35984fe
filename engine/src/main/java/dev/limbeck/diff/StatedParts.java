package dev.limbeck.diff;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Index;
import dev.limbeck.model.Unique;

/**
 * Says those facts of a live constraint or index as a model states them that do not differ. A
 * database may keep names in other letters: what is told of a difference has to be a difference.
 */
final class StatedParts {
  private StatedParts() {}

  /**
   * The constraint, which differs from what the model wants.
   *
   * @param stated as the model states it
   * @param projected as the database would have it
   */
  static Constraint of(Constraint live, Constraint stated, Constraint projected) {
    if (live instanceof Unique have
        && stated instanceof Unique words
        && have.columns().equals(projected.columns())) {
      return have.withColumns(words.columns());
    }
    if (live instanceof ForeignKey have
        && stated instanceof ForeignKey words
        && projected instanceof ForeignKey wanted) {
      ForeignKey said =
          have.columns().equals(wanted.columns()) ? have.withColumns(words.columns()) : have;
      boolean sameColumns = have.targetColumns().equals(wanted.targetColumns());
      return said.withTarget(
          have.target().equals(wanted.target()) ? words.target() : have.target(),
          sameColumns ? words.targetColumns() : have.targetColumns());
    }
    return live;
  }

  /** The index, apart from its expressions. */
  static Index of(Index live, Index stated, Index projected) {
    return live.include().equals(projected.include()) ? live.withInclude(stated.include()) : live;
  }
}
