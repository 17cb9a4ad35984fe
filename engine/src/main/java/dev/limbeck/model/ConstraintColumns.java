package dev.limbeck.model;

import dev.limbeck.LimbeckException;
import java.util.List;

/** The rule that a constraint or index is on something. */
final class ConstraintColumns {
  private ConstraintColumns() {}

  static <T> List<T> required(String what, List<T> columns) {
    if (columns.isEmpty()) {
      throw new LimbeckException("LMB-213", what + " names no column.");
    }
    return List.copyOf(columns);
  }
}
