package dev.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.graph.ConformanceFile.Case;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The graph does what Alembic does, as recorded in a file of vectors; where the file calls
 * Alembic's result a defect, the better behaviour.
 *
 * <p>With {@code -Dlimbeck.conformance=FILE} another file of the same format is taken; a relative
 * path counts from the module or from the directory above it. Each case that differs is printed on
 * a line of its own.
 */
class RevisionGraphConformanceTest {

  private static ConformanceFile file = new ConformanceFile(Map.of(), List.of());

  @BeforeAll
  static void readVectors() throws IOException, URISyntaxException {
    String given = System.getProperty("limbeck.conformance", "");
    file = ConformanceFile.read(given.isEmpty() ? bundled() : existing(Path.of(given)));
  }

  private static Path bundled() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(
                RevisionGraphConformanceTest.class.getResource("/conformance/revision-graph.json"))
            .toURI());
  }

  private static Path existing(Path given) {
    Path above = Path.of("..").resolve(given);
    return !Files.exists(given) && Files.exists(above) ? above : given;
  }

  @Test
  void every_case_conforms() {
    ConformanceRun run = new ConformanceRun(file);
    List<String> differences = new ArrayList<>();
    for (Case vector : file.cases()) {
      String difference = run.difference(vector);
      if (difference != null) {
        differences.add(vector + ": " + difference);
      }
    }
    differences.forEach(System.out::println);
    System.out.printf(
        "%d of %d cases conform%n", file.cases().size() - differences.size(), file.cases().size());
    assertThat(file.cases()).isNotEmpty();
    assertThat(differences).isEmpty();
  }

  @Test
  @DisabledIfSystemProperty(named = "limbeck.conformance", matches = ".+")
  void the_order_is_alembics_wherever_alembic_has_one() {
    ConformanceRun run = new ConformanceRun(file);
    List<String> differences = new ArrayList<>();
    for (Case vector : file.cases()) {
      if (ConformanceOrder.isReproducible(vector.expect())
          && !vector.expect().has("stricter_kind")
          && !List.of("stamp", "branches").contains(vector.command())) {
        List<String> expected = ConformanceRun.expectedIds(vector.expect());
        List<String> actual = run.actualIds(vector);
        if (!expected.equals(actual)) {
          differences.add(vector + ": expected " + expected + " but was " + actual);
        }
      }
    }
    assertThat(differences).isEmpty();
  }
}
