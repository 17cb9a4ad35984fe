package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.model.Column;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One set of revisions for two databases. */
class CrossDatabaseTest {

  static final List<String> BOTH = List.of("sqlite", "postgresql");

  private static final Comparison NOTHING = new Comparison(List.of(), List.of());

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void a_revision_made_on_one_database_applies_on_the_other(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory);
        TestDatabase another = kind.other().fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      project.autogenerate(database, LimbeckProject.SAMPLE, "the library's schema");
      project.on(database).upgrade("head");
      project.on(another).upgrade("head");

      assertThat(project.on(database).check()).isEqualTo(NOTHING);
      assertThat(project.on(another).check()).isEqualTo(NOTHING);
      HibernatesSchema.assertSame(database, kind, directory);
      HibernatesSchema.assertSame(another, kind.other(), directory);
      HibernateAtWork.on(another).onEveryEntity();
    }
  }

  @Test
  void a_change_that_sqlite_cannot_show_is_found_there_and_reaches_postgresql() {
    EntitySource changed =
        EditedEntities.in(directory.resolve("edited"))
            .replace("Branch", "private @Nullable Integer id;", "private @Nullable Long id;")
            .replace(
                "Person",
                "comment = \"everybody with a library card or a key to a building\"",
                "comment = \"everybody whom the library knows\"")
            .replace(
                "Person",
                "comment = \"at most one person for each address\"",
                "comment = \"where reminders go\"")
            .scanned();
    try (TestDatabase sqlite = DatabaseKind.SQLITE.fresh(directory);
        TestDatabase postgres = DatabaseKind.POSTGRESQL.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      project.autogenerate(sqlite, LimbeckProject.SAMPLE, "the library's schema");
      project.on(sqlite).upgrade("head");
      project.on(postgres).upgrade("head");

      RevisionWritten revision = project.autogenerate(sqlite, changed, "what sqlite cannot show");
      assertThat(LimbeckProject.upgradeBody(revision))
          .isEqualTo(
              """
              op.alterTable("person", t -> {
                t.alterColumn("email").comment("at most one person for each address", "where reminders go");
                t.comment(
                    "everybody with a library card or a key to a building",
                    "everybody whom the library knows");
              });
              op.alterTable("librarian", t -> {
                t.alterColumn("branch_id").type(integer(), bigint());
              });
              op.alterTable("branch", t -> {
                t.alterColumn("id").type(integer(), bigint());
              });
              op.alterTable("copy", t -> {
                t.alterColumn("branch_id").type(integer(), bigint());
              });
              op.alterTable("member", t -> {
                t.alterColumn("home_branch_id").type(integer(), bigint());
              });
              op.alterTable("opening_hours", t -> {
                t.alterColumn("branch_id").type(integer(), bigint());
              });
              """);
      for (TestDatabase database : List.of(sqlite, postgres)) {
        project.on(database).upgrade("head");
        assertThat(project.on(database, changed).check()).isEqualTo(NOTHING);
        project.on(database).downgrade("-1");
        assertThat(project.on(database).check()).isEqualTo(NOTHING);
      }
    }
  }

  @Test
  void a_computed_column_is_stored_where_not_every_database_computes_at_reading() {
    EntityModel model =
        LimbeckProject.SAMPLE.read(List.of("postgresql", "sqlite"), Map.of("postgresql", 18));
    assertThat(
            requireNonNull(model.model().table(QualifiedName.parse("`Order`")))
                .column(Identifier.of("total")))
        .extracting(Column::generation)
        .isInstanceOfSatisfying(Computed.class, computed -> assertThat(computed.stored()).isTrue());
  }
}
