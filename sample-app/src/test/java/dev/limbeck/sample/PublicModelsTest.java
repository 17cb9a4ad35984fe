package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.command.Limbeck;
import dev.limbeck.sample.PublicModels.Step;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.FactsDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published entities through the main job on both databases, held against the schema that Hibernate
 * makes of the same classes. The lines that it prints are the table of {@code
 * docs/public-models.md}.
 */
@Tag("public-models")
class PublicModelsTest {
  @TempDir Path directory;

  static Stream<Arguments> models() {
    return PublicModels.all().stream()
        .filter(PublicModelsTest::isWanted)
        .flatMap(model -> Stream.of(DatabaseKind.values()).map(kind -> Arguments.of(model, kind)));
  }

  static Stream<Arguments> steps() {
    return PublicModels.steps().stream()
        .filter(PublicModelsTest::isWanted)
        .flatMap(step -> Stream.of(DatabaseKind.values()).map(kind -> Arguments.of(step, kind)));
  }

  /** With {@code -Dlimbeck.model=HAPI} only those whose name has it. */
  private static boolean isWanted(Object named) {
    return named.toString().contains(System.getProperty("limbeck.model", ""));
  }

  @ParameterizedTest(name = "{0}, {1}", allowZeroInvocations = true)
  @MethodSource("models")
  void from_empty_adopted_and_back(PublicModel model, DatabaseKind kind) {
    PublicEntities entities = PublicEntities.of(model);
    try (TestDatabase ours = kind.fresh(directory);
        TestDatabase hibernates = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      entities.create(hibernates, kind);
      Limbeck limbeck = project.on(ours, entities);
      project.autogenerate(ours, entities, "from empty");
      limbeck.upgrade("head");
      assertThat(PublicSchemas.lines(limbeck.check())).as("check").isEmpty();
      assertThat(project.autogenerate(ours, entities, "nothing").operations()).isEmpty();

      FactsDifference difference = PublicSchemas.difference(hibernates, ours);
      Map<String, Integer> additions = PublicSchemas.assertSame(difference, kind);
      Comparison adopted = project.on(hibernates, entities).check();
      assertThat(PublicSchemas.lines(adopted)).as("adoption").hasSize(difference.surplus().size());
      System.out.println(PublicSchemas.report(model.name(), kind, ours, additions));

      limbeck.downgrade("base");
      assertThat(LimbeckProject.facts(ours).lines()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}, {1}", allowZeroInvocations = true)
  @MethodSource("steps")
  void from_one_version_to_the_next_and_back(Step step, DatabaseKind kind) {
    System.out.println(
        PublicSchemas.takeStep(
            step.toString(),
            PublicEntities.of(step.from()),
            PublicEntities.of(step.to()),
            step.renames(),
            false,
            kind,
            directory));
  }
}
