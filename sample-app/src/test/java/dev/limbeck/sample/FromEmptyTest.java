package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.command.Limbeck;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an empty database to one that Hibernate works on, and back. */
class FromEmptyTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void an_empty_database_gets_the_schema_that_hibernate_makes_and_loses_it_again(
      DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      project.autogenerate(database, LimbeckProject.SAMPLE, "the library's schema");
      Limbeck limbeck = project.on(database);
      limbeck.upgrade("head");

      assertThat(limbeck.check()).isEqualTo(new Comparison(List.of(), List.of()));
      HibernatesSchema.assertSame(database, kind, directory);
      HibernateAtWork.on(database).onEveryEntity();

      limbeck.downgrade("base");
      assertThat(LimbeckProject.facts(database).lines()).isEmpty();
    }
  }
}
