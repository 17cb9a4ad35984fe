package dev.limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/** How tries ended: a law that is hardly ever tried to its end would hold of anything. */
final class Outcomes {
  private static final String WHOLE = "up and down, with rows";

  private final Map<String, Integer> counts = new TreeMap<>();

  void count(UpAndDownLaw.Try tried) {
    counts.merge(tried.outcome() + (tried.rows() > 0 ? ", with rows" : ", empty"), 1, Integer::sum);
  }

  /** Most tries went up and down with rows. */
  void verify() {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(counts.getOrDefault(WHOLE, 0)).as(counts.toString()).isGreaterThan(all / 2);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
