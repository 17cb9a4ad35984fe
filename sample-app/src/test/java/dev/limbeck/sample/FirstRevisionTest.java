package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.OperationLines;
import dev.limbeck.command.Proof;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first revision of a database that was there before builds an equal one from nothing. */
class FirstRevisionTest {

  @TempDir Path directory;

  private static RevisionWritten first(LimbeckProject project, TestDatabase database) {
    return project
        .on(database)
        .revision(RevisionRequest.autogenerate("what was there").withFromEmpty());
  }

  /** SQLite has no names for most of what Hibernate makes there; the revision gives some. */
  private static SchemaFacts facts(TestDatabase database, DatabaseKind kind) {
    SchemaFacts facts = LimbeckProject.facts(database);
    return kind == DatabaseKind.SQLITE ? facts.withoutConstraintNames() : facts;
  }

  private static List<String> differences(Limbeck limbeck) {
    return OperationLines.of(limbeck.check().operations()).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @EnumSource
  void of_a_database_that_hibernate_made(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        TestDatabase second = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      HibernateDdl.ofSample(database.dataSource()).create();
      List<String> before = differences(project.on(database));

      first(project, database);
      project.on(database).stamp(List.of("head"), false);
      project.on(second).upgrade("head");

      assertThat(facts(database, kind).differenceTo(facts(second, kind))).hasToString("");
      assertThat(differences(project.on(database))).isEqualTo(before);
      assertThat(differences(project.on(second))).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_a_database_with_things_that_no_entity_knows(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        TestDatabase second = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      HibernateDdl.ofSample(database.dataSource()).create();
      database.execute(
          "ALTER TABLE publisher ADD COLUMN rating integer DEFAULT 3",
          "CREATE INDEX by_hand ON publisher (rating, name)",
          "CREATE TABLE report_cache (id integer NOT NULL PRIMARY KEY, body varchar(200) NOT NULL,"
              + " publisher_id bigint REFERENCES publisher (id), CHECK (body <> ''))",
          "DROP TABLE opening_hours");
      List<String> before = differences(project.on(database));
      assertThat(before).contains("add_table opening_hours");

      RevisionWritten revision = first(project, database);
      assertThat(revision.notes())
          .contains(
              "made as it is, and left alone: no entity knows column publisher.rating",
              "made as it is, and left alone: no entity knows index publisher.by_hand",
              "made as it is, and left alone: no entity knows table report_cache");
      project.on(database).stamp(List.of("head"), false);
      project.on(second).upgrade("head");

      assertThat(facts(database, kind).differenceTo(facts(second, kind))).hasToString("");
      assertThat(differences(project.on(database))).isEqualTo(before);
      assertThat(differences(project.on(second))).isEqualTo(before);

      project.autogenerate(database, LimbeckProject.SAMPLE, "what was missing");
      for (TestDatabase each : List.of(database, second)) {
        project.on(each).upgrade("head");
        assertThat(differences(project.on(each))).isEmpty();
      }
      assertThat(facts(database, kind).differenceTo(facts(second, kind))).hasToString("");
      assertThat(facts(second, kind).lines()).anyMatch(line -> line.contains("report_cache"));

      EntitySource later =
          EditedEntities.in(directory.resolve("edited"))
              .replace("Item", "length = 300", "length = 400")
              .scanned();
      RevisionWritten next = project.autogenerate(database, later, "longer titles");
      assertThat(OperationLines.of(next.operations())).hasSize(1);
    }
  }

  /** Where several databases are meant, computed columns are stored, as all of them can. */
  private static List<String> written(TestDatabase database) {
    return LimbeckProject.facts(database).lines().stream()
        .map(line -> line.replace(" generated virtual (", " generated stored ("))
        .toList();
  }

  @Test
  void where_revisions_hold_on_both_the_strangers_come_only_where_they_were() {
    try (TestDatabase database = DatabaseKind.POSTGRESQL.fresh(directory);
        TestDatabase second = DatabaseKind.POSTGRESQL.fresh(directory);
        TestDatabase sqlite = DatabaseKind.SQLITE.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      HibernateDdl.ofSample(database.dataSource()).create();
      database.execute(
          "CREATE TABLE search (words tsvector)",
          "CREATE INDEX ix_search ON search USING gin (words)",
          "ALTER TABLE item ADD COLUMN by_hand jsonb DEFAULT '{}'");

      RevisionWritten revision = first(project, database);
      assertThat(revision.proofs()).contains(new Proof("sqlite", null));
      project.on(database).stamp(List.of("head"), false);
      project.on(second).upgrade("head");
      project.on(sqlite).upgrade("head");

      assertThat(written(second)).isEqualTo(written(database));
      assertThat(differences(project.on(database))).isEmpty();
      assertThat(differences(project.on(sqlite))).isEmpty();
      assertThat(LimbeckProject.facts(sqlite).lines()).noneMatch(line -> line.contains("search"));
    }
  }

  @Test
  void only_the_first_revision_is_made_from_empty() {
    try (TestDatabase database = DatabaseKind.SQLITE.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      assertThat(first(project, database).operations()).isEmpty();
      project.on(database).revision(RevisionRequest.empty("first"));

      assertThatThrownBy(() -> first(project, database))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-279 There are revisions already");
    }
  }
}
