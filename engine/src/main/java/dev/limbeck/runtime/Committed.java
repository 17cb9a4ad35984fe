package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.graph.Direction;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What one transaction does, and how to see in the database that it was committed.
 *
 * @param what what it does, as in "WHAT was being committed"
 * @param word what it is afterwards: applied, undone, done
 * @param whole true where it is a revision as a whole, or the last part of one
 * @param trace sees it
 */
record Committed(String what, String word, boolean whole, Trace trace) {
  Committed {
    requireNonNull(what, "what");
    requireNonNull(word, "word");
    requireNonNull(trace, "trace");
  }

  /** Looks, outside of the transaction, for what it left. */
  @FunctionalInterface
  interface Trace {
    boolean isIn(Connection connection) throws SQLException;
  }

  /** What revisions are after a step in that direction. */
  static String word(Direction direction) {
    return direction == Direction.UPGRADE ? "applied" : "undone";
  }
}
