package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.command.Limbeck;
import dev.limbeck.command.SquashRequest;
import dev.limbeck.command.Squashed;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sample's history, and further revisions with data steps, made one revision: from the base and
 * from every state between, databases come to the same schema, the same rows and the same version.
 */
class SquashTest {
  private static final Path COMMITTED =
      Path.of("src", "main", "java", "dev", "limbeck", "sample", "migrations");
  private static final List<String> FURTHER =
      List.of("R20261122_0900_Mottos", "R20261122_0910_Slogans", "R20261122_0920_Shelves");
  private static final List<String> ROWS =
      List.of(
          "SELECT name, slogan FROM publisher ORDER BY name",
          "SELECT label FROM shelves ORDER BY 1");

  @TempDir Path directory;
  private final List<TestDatabase> databases = new ArrayList<>();

  @BeforeEach
  void copyRevisions() throws IOException {
    Path target =
        Files.createDirectories(directory.resolve("revisions/dev/limbeck/sample/migrations"));
    try (Stream<Path> files = Files.list(COMMITTED)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    for (String name : FURTHER) {
      try (InputStream text =
          SquashTest.class.getResourceAsStream("/squash/" + name + ".java.txt")) {
        Files.copy(requireNonNull(text, name), target.resolve(name + ".java"));
      }
    }
  }

  @AfterEach
  void closeDatabases() {
    databases.forEach(TestDatabase::close);
  }

  @ParameterizedTest
  @EnumSource
  void all_of_it_applied_from_every_state_leads_to_the_same(DatabaseKind kind) {
    appliedFromEveryState(kind, "base", 5);
  }

  @ParameterizedTest
  @EnumSource
  void a_part_of_it_applied_from_every_state_leads_to_the_same(DatabaseKind kind) {
    appliedFromEveryState(kind, "bda8447db154", 4);
  }

  private void appliedFromEveryState(DatabaseKind kind, String first, int replaced) {
    try (LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      Map<String, TestDatabase> states = new TreeMap<>();
      states.put("base", fresh(kind));
      TestDatabase reference = fresh(kind);
      for (RevisionStep step : project.on(reference).graph().upgradeSteps(List.of(), "head")) {
        project.on(reference).upgrade(step.revision().id());
        states.put(step.revision().id(), copy(kind, reference));
      }

      // The last revision stays outside, so that there is something above the squash.
      Squashed squashed =
          project.offline().squash(new SquashRequest(first + ":f00000000002", "the library"));
      assertThat(squashed.replaced()).hasSize(replaced);
      int before = states.size() - 2 - replaced;
      assertThat(project.offline().graph().revisions()).hasSize(before + 2);

      states.put("also base", fresh(kind));
      states.forEach(
          (state, database) -> assertLeadsTo(project.on(database), state, database, reference));
      TestDatabase back = requireNonNull(states.get("also base"));
      project.on(back).downgrade("base");
      assertThat(LimbeckProject.facts(back).lines()).isEmpty();
      assertThat(back.rows("SELECT version_num FROM limbeck_version")).isEmpty();

      project.offline().finishSquash(null, true);
      assertThat(project.offline().catalog().headers()).hasSize(before + 2);
      assertLeadsTo(project.on(back), "base, finished", back, reference);
      states.forEach(
          (state, database) -> {
            assertThat(project.on(database).upgrade("head").steps()).as(state).isEmpty();
            project.on(database).downgrade("base");
            assertThat(LimbeckProject.facts(database).lines()).as(state).isEmpty();
          });
    }
  }

  private static void assertLeadsTo(
      Limbeck limbeck, String state, TestDatabase database, TestDatabase reference) {
    limbeck.upgrade("head");
    assertThat(LimbeckProject.facts(reference).differenceTo(LimbeckProject.facts(database)))
        .as("from " + state)
        .hasToString("");
    for (String query : ROWS) {
      assertThat(database.rows(query)).as("from " + state).isEqualTo(reference.rows(query));
    }
    assertThat(limbeck.rows()).as("from " + state).containsExactly("f00000000003");
  }

  private TestDatabase fresh(DatabaseKind kind) {
    TestDatabase database = kind.fresh(directory);
    databases.add(database);
    return database;
  }

  private TestDatabase copy(DatabaseKind kind, TestDatabase original) {
    TestDatabase database = kind.copy(original, directory);
    databases.add(database);
    return database;
  }
}
