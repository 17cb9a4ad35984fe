package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables and columns that get other names, on both databases, all tables filled: what is renamed
 * keeps its rows up and down, and what is not clear stops.
 */
class RenamesTest extends FilledDatabases {

  private static final Comparison NOTHING = new Comparison(List.of(), List.of());

  static Stream<RenameScenario> scenarios() {
    return RenameScenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void a_rename_keeps_the_rows(RenameScenario scenario) {
    EntitySource scanned =
        scenario.edit().apply(EditedEntities.in(directory.resolve(scenario.name()))).scanned();
    EntitySource after = scanned::read;
    assertAll(
        scenario.name(),
        Arrays.stream(DatabaseKind.values()).map(kind -> () -> rename(scenario, after, kind)));
  }

  private void rename(RenameScenario scenario, EntitySource after, DatabaseKind kind) {
    Path revisions = copyOfRevisions(scenario.name() + "-" + kind);
    try (TestDatabase database = kind.copy(originals.get(kind), directory);
        LimbeckProject project = new LimbeckProject(revisions, directory.resolve("cache"), BOTH)) {
      SchemaFacts factsBefore = facts(database);
      Rows rowsBefore = Rows.of(database);
      Limbeck limbeck = project.on(database, after);
      RevisionRequest request =
          RevisionRequest.autogenerate(scenario.name())
              .withRenames(RenameAnswers.parse(scenario.answers()), Renaming.Questions.nobody());
      if (scenario.refusal() != null) {
        assertThatThrownBy(() -> limbeck.revision(request))
            .as("%s", kind)
            .hasMessageStartingWith(scenario.refusal());
        assertThat(limbeck.heads()).hasSize(1);
        return;
      }

      RevisionWritten revision = limbeck.revision(request);
      assertThat(LimbeckProject.upgradeBody(revision)).as("%s", kind).isEqualTo(scenario.upgrade());
      limbeck.upgrade("head");
      assertThat(limbeck.check()).as("%s", kind).isEqualTo(NOTHING);

      limbeck.downgrade("-1");
      assertThat(factsBefore.differenceTo(facts(database)))
          .as("facts after the downgrade, %s", kind)
          .hasToString("");
      if (scenario.keepsRows()) {
        assertThat(Rows.of(database)).as("rows after both ways, %s", kind).isEqualTo(rowsBefore);
      }
    }
  }

  @Test
  void a_revision_that_is_deleted_and_generated_again_is_the_same() throws IOException {
    EntitySource after =
        EditedEntities.in(directory.resolve("again"))
                .replace("Copy", "@Column(length = 20)", "@Column(name = \"rack\", length = 20)")
                .scanned()
            ::read;
    Path revisions = copyOfRevisions("again");
    try (TestDatabase database =
            DatabaseKind.SQLITE.copy(originals.get(DatabaseKind.SQLITE), directory);
        LimbeckProject project = new LimbeckProject(revisions, directory.resolve("cache"), BOTH)) {
      RevisionWritten first = project.autogenerate(database, after, "once");
      String body = LimbeckProject.upgradeBody(first);
      Path file = requireNonNull(first.file());
      Files.delete(file);
      Files.delete(file.resolveSibling(file.getFileName().toString().replace(".java", ".mapping")));

      assertThat(LimbeckProject.upgradeBody(project.autogenerate(database, after, "again")))
          .isEqualTo(body)
          .contains("t.renameColumn(\"shelf\", \"rack\");");
    }
  }
}
