package dev.limbeck.laws;

import java.util.Map;
import java.util.TreeMap;

/** How tries ended: a law that is never tried to its end would hold of anything. */
final class Outcomes {
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  void count(UpAndDownLaw.Try tried) {
    COUNTS.merge(tried.outcome() + (tried.rows() > 0 ? ", with rows" : ", empty"), 1, Integer::sum);
  }

  static String counts() {
    return COUNTS.toString();
  }
}
