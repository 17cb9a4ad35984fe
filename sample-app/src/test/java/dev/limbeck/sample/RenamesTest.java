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

  @Test
  void renames_of_two_branches_meet_in_a_merge() throws Exception {
    Path revisions = copyOfRevisions("merge");
    GitRepository git = new GitRepository(directory.resolve("revisions-of-merge"));
    git.run("init", "-q", "-b", "main");
    git.commit("base");
    EntitySource ofMine =
        EditedEntities.in(directory.resolve("mine"))
                .replace("Copy", "@Column(length = 20)", "@Column(name = \"rack\", length = 20)")
                .scanned()
            ::read;
    EntitySource ofTheirs =
        EditedEntities.in(directory.resolve("theirs"))
                .replace("Fine", "@Table(name = \"fine\")", "@Table(name = \"penalty\")")
                .scanned()
            ::read;
    EntitySource both =
        EditedEntities.in(directory.resolve("both"))
                .replace("Copy", "@Column(length = 20)", "@Column(name = \"rack\", length = 20)")
                .replace("Fine", "@Table(name = \"fine\")", "@Table(name = \"penalty\")")
                .scanned()
            ::read;
    EntitySource later =
        EditedEntities.in(directory.resolve("later"))
                .replace("Copy", "@Column(length = 20)", "@Column(name = \"bay\", length = 20)")
                .replace("Fine", "@Table(name = \"fine\")", "@Table(name = \"late_return\")")
                .scanned()
            ::read;

    try (TestDatabase database =
            DatabaseKind.SQLITE.copy(originals.get(DatabaseKind.SQLITE), directory);
        LimbeckProject project = new LimbeckProject(revisions, directory.resolve("cache"), BOTH)) {
      Rows before = Rows.of(database);
      String base = project.on(database, both).current().rows().get(0);
      git.run("switch", "-q", "-c", "mine");
      project.autogenerate(database, ofMine, "racks");
      git.commit("mine");
      git.run("switch", "-q", "main");
      git.run("switch", "-q", "-c", "theirs");
      project.autogenerate(database, ofTheirs, "penalties");
      git.commit("theirs");

      assertThat(git.fails("merge", "mine")).contains("CONFLICT (content): Merge conflict in");
      assertThat(git.run("diff", "--name-only", "--diff-filter=U")).endsWith("model.lock\n");
      Limbeck limbeck = project.on(database, both);
      List<String> heads = limbeck.heads().stream().map(head -> head.id()).toList();
      assertThat(heads).hasSize(2);
      limbeck.revision(
          new RevisionRequest("join", false, null, heads, false, List.of(), List.of(), null));
      git.commit("merged");

      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
      assertThat(LimbeckProject.upgradeBody(project.autogenerate(database, later, "later")))
          .isEqualTo(
              """
              op.renameTable("penalty", "late_return");
              op.alterTable("copy", t -> {
                t.renameColumn("rack", "bay");
              });
              op.alterTable("late_return", t -> {
                t.renameConstraint("pk_penalty", "pk_late_return");
                t.renameConstraint("fk_penalty_loan_id", "fk_late_return_loan_id");
                t.renameConstraint("ck_penalty_reason", "ck_late_return_reason");
              });
              """);
      limbeck.upgrade("head");
      limbeck.downgrade(base);
      assertThat(Rows.of(database)).isEqualTo(before);
    }
  }
}
