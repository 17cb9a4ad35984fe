package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An enumeration that Hibernate keeps in a type of the database, through three edits, with rows: on
 * PostgreSQL as a type, on SQLite as texts, by the same revisions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnumTypesTest {
  private static final Comparison NOTHING = new Comparison(List.of(), List.of());

  @TempDir static Path directory;

  private EntitySource first = LimbeckProject.SAMPLE;
  private EntitySource renamed = LimbeckProject.SAMPLE;
  private EntitySource fewer = LimbeckProject.SAMPLE;

  @BeforeAll
  void scan() {
    first = scanned("first", "BASIC, SILVER, GOLD", "SILVER");
    renamed = scanned("renamed", "BASIC, STERLING, GOLD, PLATINUM", "STERLING");
    fewer = scanned("fewer", "BASIC, STERLING, PLATINUM", "STERLING");
  }

  private EntitySource scanned(String name, String labels, String value) {
    EntitySource scanned =
        EditedEntities.none(directory.resolve(name))
            .type("Grade", "public enum Grade { " + labels + " }\n")
            .type(
                "Patron",
                """
                @Entity
                @Table(indexes = @Index(name = "ix_patron_grade", columnList = "grade"))
                public class Patron {
                  @Id private Long id;

                  @JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)
                  @ColumnDefault("'%s'")
                  private Grade grade;
                }
                """
                    .replace("@Table", "@jakarta.persistence.Table")
                    .replace("@Index", "@jakarta.persistence.Index")
                    .formatted(value))
            .scanned();
    return scanned::read;
  }

  @ParameterizedTest
  @EnumSource
  void a_type_of_the_database_follows_its_enumeration(DatabaseKind kind) throws IOException {
    try (TestDatabase database = kind.fresh(directory)) {
      Path root = directory.resolve("revisions-" + kind);
      SchemaFacts start = made(database, root);
      database.execute(
          "insert into patron values (1, 'BASIC'), (2, 'GOLD'), (3, 'GOLD'), (4, null)");
      database.execute("insert into patron (id) values (5)");

      renamed(database, root);
      assertThat(rows(database))
          .isEqualTo("[[1, BASIC], [2, GOLD], [3, GOLD], [4, null], [5, STERLING]]");

      RevisionWritten revision = fewer(database, root);
      remap(revision);
      try (LimbeckProject project = project(root)) {
        Limbeck limbeck = project.on(database, fewer);
        limbeck.upgrade("head");
        assertThat(limbeck.check()).isEqualTo(NOTHING);
        assertThat(rows(database))
            .isEqualTo("[[1, BASIC], [2, PLATINUM], [3, PLATINUM], [4, null], [5, STERLING]]");
        database.execute("update patron set grade = 'STERLING' where id in (2, 3)");

        limbeck.downgrade("-2");
        database.execute("insert into patron (id) values (6)");
        assertThat(rows(database))
            .isEqualTo(
                "[[1, BASIC], [2, SILVER], [3, SILVER], [4, null], [5, SILVER], [6, SILVER]]");
        assertThat(start.differenceTo(LimbeckProject.facts(database))).hasToString("");
      }
    }
  }

  private LimbeckProject project(Path root) {
    return new LimbeckProject(root, directory.resolve("cache"), BOTH);
  }

  private static String rows(TestDatabase database) {
    return database.rows("select id, cast(grade as varchar(9)) from patron order by id").toString();
  }

  private SchemaFacts made(TestDatabase database, Path root) {
    try (LimbeckProject project = project(root)) {
      RevisionWritten revision = project.autogenerate(database, first, "first");
      assertThat(LimbeckProject.upgradeBody(revision))
          .contains("op.createEnumType(\"Grade\", \"BASIC\", \"GOLD\", \"SILVER\");");
      Limbeck limbeck = project.on(database, first);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
      return LimbeckProject.facts(database);
    }
  }

  private void renamed(TestDatabase database, Path root) {
    try (LimbeckProject project = project(root)) {
      Limbeck limbeck = project.on(database, renamed);
      assertThatThrownBy(() -> limbeck.revision(RevisionRequest.autogenerate("renamed")))
          .hasMessageStartingWith("LMB-270 ")
          .hasMessageContaining("label Grade.SILVER -> STERLING (same place in the type)")
          .hasMessageContaining("--rename Grade.SILVER:STERLING ");
      RevisionWritten revision =
          limbeck.revision(
              RevisionRequest.autogenerate("renamed")
                  .withRenames(
                      RenameAnswers.parse(List.of("Grade.SILVER:STERLING")),
                      Renaming.Questions.nobody()));
      assertThat(LimbeckProject.upgradeBody(revision))
          .isEqualTo(
              """
              op.renameEnumLabel("Grade", "SILVER", "STERLING").column("Patron", "grade");
              op.alterEnumType("Grade")
                  .labels(
                      List.of("BASIC", "GOLD", "STERLING"), List.of("BASIC", "GOLD", "PLATINUM", "STERLING"))
                  .column("Patron", "grade");
              """);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
    }
  }

  private RevisionWritten fewer(TestDatabase database, Path root) {
    try (LimbeckProject project = project(root)) {
      RevisionWritten revision = project.autogenerate(database, fewer, "fewer");
      assertThat(LimbeckProject.upgradeBody(revision))
          .isEqualTo(
              """
              // Review: rows with GOLD stop this. Say what they get: .remap("GOLD", "…")
              op.alterEnumType("Grade")
                  .labels(
                      List.of("BASIC", "GOLD", "PLATINUM", "STERLING"),
                      List.of("BASIC", "PLATINUM", "STERLING"))
                  .column("Patron", "grade");
              """);
      assertThatThrownBy(() -> project.on(database, fewer).upgrade("head"))
          .hasMessageStartingWith("LMB-220 ")
          .hasMessageContaining("2 rows hold GOLD in ")
          .hasMessageContaining("grade.");
      return revision;
    }
  }

  private static void remap(RevisionWritten revision) throws IOException {
    Path file = requireNonNull(revision.file());
    String source = Files.readString(file);
    String review =
        "    // Review: rows with GOLD stop this. Say what they get: .remap(\"GOLD\", \"…\")\n";
    int end = source.indexOf(".column(\"Patron\", \"grade\");");
    Files.writeString(
        file,
        source.substring(0, end).replace(review, "")
            + ".remap(\"GOLD\", \"PLATINUM\")\n        "
            + source.substring(end));
  }
}
