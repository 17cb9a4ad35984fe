package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.SqlScript;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.ScriptClient.Outcome;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts of the revisions that the sample carries do what the commands do. */
class OfflineScriptsTest {
  private static final Path DIRECTORY =
      Path.of("src", "main", "java", "dev", "limbeck", "sample", "migrations");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void between_any_two_states_they_lead_to_what_the_commands_lead_to(DatabaseKind kind) {
    try (TestDatabase online = kind.fresh(directory);
        TestDatabase scripted = kind.fresh(directory);
        LimbeckProject project = project()) {
      Limbeck limbeck = project.on(online);
      List<String> states = states(limbeck);
      for (int from = 0; from < states.size() - 1; from++) {
        for (int to = from + 1; to < states.size(); to++) {
          String up = states.get(from) + ":" + states.get(to);
          run(scripted, limbeck.upgradeScript(up, kind.dialect()));
          limbeck.upgrade(states.get(to));
          assertSame(up, online, scripted);
          String down = states.get(to) + ":" + states.get(from);
          run(scripted, limbeck.downgradeScript(down, kind.dialect()));
          limbeck.downgrade(states.get(from));
          assertSame(down, online, scripted);
        }
        String next = states.get(from + 1);
        run(scripted, limbeck.upgradeScript(states.get(from) + ":" + next, kind.dialect()));
        limbeck.upgrade(next);
      }
      assertThat(project.on(scripted).check()).isEqualTo(new Comparison(List.of(), List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_second_run_is_refused_and_changes_nothing(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = project()) {
      SqlScript script = project.on(database).upgradeScript("head", kind.dialect());
      run(database, script);
      List<String> before = LimbeckProject.facts(database).lines();

      assertThat(outcome(database, script).done()).isFalse();
      assertThat(LimbeckProject.facts(database).lines()).isEqualTo(before);
    }
  }

  @Test
  void without_a_database_the_entities_want_what_the_revisions_lead_to() {
    for (List<String> dialects : List.of(BOTH, List.of("sqlite"), List.of("postgresql"))) {
      try (LimbeckProject project =
          new LimbeckProject(DIRECTORY, directory.resolve("cache"), dialects)) {
        assertThat(project.offline().checkOffline())
            .as("%s", dialects)
            .isEqualTo(new Comparison(List.of(), List.of()));
      }
    }
  }

  private LimbeckProject project() {
    return new LimbeckProject(DIRECTORY, directory.resolve("cache"), BOTH);
  }

  private static List<String> states(Limbeck limbeck) {
    List<String> states =
        new ArrayList<>(limbeck.history(":").stream().map(RevisionHeader::id).toList());
    states.add("base");
    Collections.reverse(states);
    return states;
  }

  private static void assertSame(String way, TestDatabase online, TestDatabase scripted) {
    assertThat(LimbeckProject.facts(online).differenceTo(LimbeckProject.facts(scripted)))
        .as(way)
        .hasToString("");
    String rows = "select version_num from limbeck_version";
    assertThat(scripted.rows(rows)).as(way).isEqualTo(online.rows(rows));
  }

  private static void run(TestDatabase database, SqlScript script) {
    assertThat(outcome(database, script)).matches(Outcome::done, "it runs to its end");
  }

  private static Outcome outcome(TestDatabase database, SqlScript script) {
    return ScriptClient.run(database, script.text(), SqlStatements::split);
  }
}
