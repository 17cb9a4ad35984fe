package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.command.Limbeck;
import dev.limbeck.source.MappingDelta;
import dev.limbeck.source.ModelLock;
import dev.limbeck.source.SourceDirectory;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The revisions that the sample carries lead to what its entities want. */
class CommittedRevisionsTest {

  private static final Path DIRECTORY =
      Path.of("src", "main", "java", "dev", "limbeck", "sample", "migrations");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void they_lead_to_what_the_entities_want_and_back(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = new LimbeckProject(DIRECTORY, directory.resolve("cache"), BOTH)) {
      Limbeck limbeck = project.on(database);
      limbeck.upgrade("head");

      assertThat(limbeck.check()).isEqualTo(new Comparison(List.of(), List.of()));
      HibernatesSchema.assertSame(database, kind, directory);

      limbeck.downgrade("base");
      assertThat(LimbeckProject.facts(database).lines()).isEmpty();
    }
  }

  @Test
  void the_lock_follows_from_them() throws IOException {
    try (SourceDirectory source =
        new SourceDirectory(List.of(DIRECTORY), List.of(), directory.resolve("cache"))) {
      assertThat(Files.readString(DIRECTORY.resolve(ModelLock.FILE)))
          .isEqualTo(
              ModelLock.of(source.headers(), MappingDelta.readAll(source.directories())).format());
    }
  }

  @Test
  void the_mapping_beside_them_is_the_entities() throws IOException {
    String lock = Files.readString(DIRECTORY.resolve(ModelLock.FILE));
    assertThat(ModelLock.parse(lock, ModelLock.FILE).mapping())
        .isEqualTo(LimbeckProject.SAMPLE.read(BOTH).mapping().places());
  }
}
