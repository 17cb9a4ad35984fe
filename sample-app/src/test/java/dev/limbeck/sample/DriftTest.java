package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that a hand changed behind Limbeck's back. */
class DriftTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void what_a_hand_dropped_comes_back_with_the_next_revision(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        TestDatabase another = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      project.autogenerate(database, LimbeckProject.SAMPLE, "the library's schema");
      project.on(database).upgrade("head");
      database.execute("drop index ix_item_title", "alter table copy drop column shelf");

      RevisionWritten revision =
          project.autogenerate(database, LimbeckProject.SAMPLE, "what was dropped");
      assertThat(LimbeckProject.upgradeBody(revision))
          .isEqualTo(
              """
              op.alterTable("item", t -> {
                t.addIndex("ix_item_title", "title");
              });
              op.alterTable("copy", t -> {
                t.addColumn("shelf", varchar(20));
              });
              """);
      for (TestDatabase each : List.of(database, another)) {
        project.on(each).upgrade("head");
        assertThat(project.on(each).check()).isEqualTo(new Comparison(List.of(), List.of()));
      }
    }
  }
}
