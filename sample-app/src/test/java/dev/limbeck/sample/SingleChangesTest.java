package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.command.SqlScript;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One edit of the sample's entities at a time, on both databases, all tables filled: the revision
 * says exactly what was edited, keeps all rows, and takes itself back.
 */
class SingleChangesTest extends FilledDatabases {

  private static final Comparison NOTHING = new Comparison(List.of(), List.of());

  static Stream<SingleChange> changes() {
    return SingleChange.all();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_single_change_is_found_applied_and_taken_back(SingleChange change) {
    EntitySource scanned =
        change.edit().apply(EditedEntities.in(directory.resolve(change.name()))).scanned();
    EntitySource after = scanned::read;
    assertAll(
        change.name(),
        Arrays.stream(DatabaseKind.values()).map(kind -> () -> change(change, after, kind)));
  }

  private void change(SingleChange change, EntitySource after, DatabaseKind kind) {
    Path revisions = copyOfRevisions(change.name() + "-" + kind);
    try (TestDatabase database = kind.copy(originals.get(kind), directory);
        LimbeckProject project = new LimbeckProject(revisions, directory.resolve("cache"), BOTH)) {
      SchemaFacts factsBefore = facts(database);
      Rows rowsBefore = Rows.of(database);

      RevisionWritten revision = project.autogenerate(database, after, change.name());
      assertThat(LimbeckProject.upgradeBody(revision)).as("%s", kind).isEqualTo(change.upgrade());

      Limbeck limbeck = project.on(database, after);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).as("%s", kind).isEqualTo(NOTHING);
      SchemaFacts factsBetween = facts(database);
      Rows rowsBetween = Rows.of(database);
      assertThat(rowsBetween.sharedWith(rowsBefore))
          .as("rows after the upgrade, %s", kind)
          .isEqualTo(rowsBefore.sharedWith(rowsBetween));

      limbeck.downgrade("-1");
      assertThat(factsBefore.differenceTo(facts(database)))
          .as("facts after the downgrade, %s", kind)
          .hasToString("");
      Rows rowsAfter = Rows.of(database);
      assertThat(rowsAfter.sharedWith(rowsBetween))
          .as("rows after the downgrade, %s", kind)
          .isEqualTo(rowsBefore.sharedWith(rowsBetween));

      String parent = limbeck.current().rows().get(0);
      run(database, limbeck.upgradeScript(parent + ":" + revision.id(), kind.dialect()));
      assertThat(factsBetween.differenceTo(facts(database)))
          .as("facts after the script, %s", kind)
          .hasToString("");
      Rows rowsScripted = Rows.of(database);
      assertThat(rowsScripted.sharedWith(rowsBetween))
          .as("rows after the script, %s", kind)
          .isEqualTo(rowsBetween.sharedWith(rowsScripted));
      run(database, limbeck.downgradeScript(revision.id() + ":" + parent, kind.dialect()));
      assertThat(factsBefore.differenceTo(facts(database)))
          .as("facts after the script back, %s", kind)
          .hasToString("");
      assertThat(limbeck.current().rows()).containsExactly(parent);
    }
  }

  private static void run(TestDatabase database, SqlScript script) {
    assertThat(ScriptClient.run(database, script.text(), SqlStatements::split))
        .as(script.text())
        .matches(ScriptClient.Outcome::done, "it runs to its end");
  }
}
