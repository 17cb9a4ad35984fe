package dev.limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How tries ended: a law that is hardly ever tried to its end would hold of anything. */
final class Outcomes {
  private static final String WHOLE = "up and down, with rows";

  private final Path report;
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param database what the tries are on; their outcomes are written to a file of that name
   */
  Outcomes(String database) {
    this.report = Path.of("target", "laws", "up-and-down-" + database + ".txt");
  }

  void count(UpAndDownLaw.Try tried) {
    counts.merge(tried.outcome() + (tried.rows() > 0 ? ", with rows" : ", empty"), 1, Integer::sum);
  }

  /** Writes them down; most tries went up and down with rows. */
  void verify() throws IOException {
    Files.createDirectories(report.getParent());
    Files.writeString(report, counts + "\n");
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(counts.getOrDefault(WHOLE, 0)).as(counts.toString()).isGreaterThan(all / 2);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
