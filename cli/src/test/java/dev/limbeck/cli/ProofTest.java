package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a generated revision is proven, and what is said where it cannot be. */
class ProofTest {
  private static final String SETTINGS =
      """
      revisions.directory=migrations
      dialects=sqlite,postgresql
      entities.classpath=classes
      """;

  private static final String STREET =
      """
      import jakarta.persistence.*;
      import org.hibernate.annotations.Struct;

      @Embeddable @Struct(name = "street_t") public class Street { String name; Integer number; }
      """;
  private static final String PLACE =
      """
      import jakarta.persistence.*;
      import org.hibernate.annotations.Struct;

      @Embeddable @Struct(name = "place_t") public class Place { String city; Street street; }
      """;
  private static final String SHOP =
      """
      import jakarta.persistence.*;

      @Entity public class Shop { @Id Long id; @Embedded Place place; %s }
      """;

  @TempDir private Path directory;

  private CommandRun project(String... settings) throws IOException {
    CommandRun limbeck = new CommandRun(directory);
    limbeck.write("limbeck.properties", SETTINGS + String.join("\n", settings) + "\n");
    Path source =
        limbeck.write(
            "src/Shelf.java",
            """
            import jakarta.persistence.*;

            @Entity public class Shelf {
              @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
              @Column(nullable = false, unique = true) String name;
            }
            """);
    EntityClasses.compile(directory.resolve("classes"), List.of(source));
    return limbeck;
  }

  private CommandRun projectOn(String address) throws IOException {
    CommandRun limbeck = project("url=${DATABASE_URL}");
    limbeck.environment("DATABASE_URL", address);
    return limbeck;
  }

  private static String address(TestDatabase database, String user, String password) {
    return database
        .jdbcUrl()
        .replace("jdbc:postgresql://", "postgresql://" + user + ":" + password + "@");
  }

  private static String address(TestDatabase database) {
    return address(database, database.user(), database.password());
  }

  private static List<?> scratchDatabases(TestDatabase database) {
    return database.rows(
        "SELECT datname FROM pg_database WHERE datname LIKE 'limbeck\\_scratch\\_%'");
  }

  private Stream<Path> revisions() throws IOException {
    return Files.exists(directory.resolve("migrations"))
        ? Files.list(directory.resolve("migrations"))
        : Stream.of();
  }

  @Test
  void on_postgresql_it_is_proven_on_both_and_nothing_stays_behind() throws IOException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      CommandRun limbeck = projectOn(address(database));

      CommandRun.Outcome written = limbeck.run("revision", "--autogenerate", "-m", "shelves");

      assertThat(written.exit()).isZero();
      assertThat(written.err()).isEqualTo("proven on sqlite\nproven on postgresql\n");
      assertThat(scratchDatabases(database)).isEmpty();
      assertThat(database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
          .isEmpty();
    }
  }

  @Test
  void on_sqlite_it_is_proven_on_postgresql_where_a_server_is_named() throws IOException {
    try (TestDatabase server = TestPostgres.freshDatabase()) {
      CommandRun limbeck = project("url=jdbc:sqlite:app.db", "proof.url=" + address(server));

      assertThat(limbeck.run("revision", "--autogenerate", "-m", "shelves").err())
          .isEqualTo("proven on sqlite\nproven on postgresql\n");
      assertThat(scratchDatabases(server)).isEmpty();
      assertThat(directory.resolve("app.db")).doesNotExist();
    }
  }

  @Test
  void what_fails_beside_a_view_is_not_excused_by_it() throws IOException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      CommandRun limbeck = projectOn(address(database));
      Path view =
          limbeck.write(
              "src/Names.java",
              """
              import jakarta.persistence.*;

              @Entity @org.hibernate.annotations.View(query = "select id from Shelf")
              public class Names { @Id Long id; }
              """);
      Path broken =
          limbeck.write(
              "src/Broken.java",
              """
              import jakarta.persistence.*;

              @Entity @org.hibernate.annotations.Check(constraints = "nosuch > 0")
              public class Broken { @Id Long id; }
              """);
      EntityClasses.compile(directory.resolve("classes"), List.of(view, broken));

      CommandRun.Outcome outcome = limbeck.run("revision", "--autogenerate", "-m", "shelves");

      assertThat(outcome.err()).contains("LMB-278").contains("nosuch");
      assertThat(revisions()).isEmpty();
    }
  }

  @Test
  void a_table_with_a_composite_type_is_proven_when_it_changes_later() throws IOException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      CommandRun limbeck = new CommandRun(directory);
      limbeck.environment("DATABASE_URL", address(database));
      limbeck.write(
          "limbeck.properties",
          "url=${DATABASE_URL}\n" + SETTINGS.replace("sqlite,postgresql", "postgresql"));
      Path street = limbeck.write("src/Street.java", STREET);
      Path place = limbeck.write("src/Place.java", PLACE);
      Path shop = limbeck.write("src/Shop.java", SHOP.formatted(""));
      EntityClasses.compile(directory.resolve("classes"), List.of(street, place, shop));
      assertThat(limbeck.run("revision", "--autogenerate", "-m", "shops").err())
          .isEqualTo("proven on postgresql\n");
      assertThat(limbeck.run("upgrade", "head").exit()).isZero();
      shop =
          limbeck.write("src/Shop.java", SHOP.formatted("Integer size; @Embedded Place second;"));
      EntityClasses.compile(directory.resolve("classes"), List.of(street, place, shop));

      assertThat(limbeck.run("revision", "--autogenerate", "-m", "sizes").err())
          .isEqualTo("proven on postgresql\n");
    }
  }

  @Test
  void without_a_server_it_is_not_proven_there_and_counts_all_the_same() throws IOException {
    CommandRun limbeck = project("url=jdbc:sqlite:app.db");

    CommandRun.Outcome written = limbeck.run("revision", "--autogenerate", "-m", "shelves");

    assertThat(written.exit()).isZero();
    assertThat(written.err())
        .isEqualTo(
            "proven on sqlite\n"
                + "not proven on postgresql: no PostgreSQL server is at hand; proof.url can name"
                + " one\n");
    assertThat(revisions()).hasSize(3);
  }

  @Test
  void offline_it_is_proven_in_memory() throws IOException {
    CommandRun limbeck = project("url=jdbc:sqlite:app.db", "proof.url=postgresql://nobody/x");

    assertThat(limbeck.run("revision", "--autogenerate", "--offline", "-m", "shelves").err())
        .isEqualTo("proven on sqlite\nnot proven on postgresql: --offline opens no connection\n");
  }

  @Test
  void the_settings_can_turn_it_off_and_a_server_that_is_not_there_is_named_without_password()
      throws IOException {
    String nobody = "proof.url=postgresql://me:secret-word@localhost:1/x";
    CommandRun off = project("url=jdbc:sqlite:app.db", "autogenerate.verify=false", nobody);
    assertThat(off.run("revision", "--autogenerate", "-m", "shelves").err()).isEmpty();

    for (Path file : revisions().toList()) {
      Files.delete(file);
    }
    CommandRun.Outcome written =
        project("url=jdbc:sqlite:app.db", nobody)
            .run("revision", "--autogenerate", "-m", "shelves");
    assertThat(written.exit()).isZero();
    assertThat(written.err())
        .startsWith("proven on sqlite\nnot proven on postgresql: There is no connection")
        .contains("limbeck.properties:5")
        .doesNotContain("secret-word");
  }

  @Test
  void who_may_not_create_databases_is_told_so() throws IOException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      String user = database.name() + "_u";
      database.execute(
          "CREATE ROLE " + user + " LOGIN PASSWORD 'secret-word'",
          "GRANT ALL ON SCHEMA public TO " + user);
      try {
        CommandRun limbeck = projectOn(address(database, user, "secret-word"));
        CommandRun.Outcome written = limbeck.run("revision", "--autogenerate", "-m", "shelves");

        assertThat(written.exit()).isZero();
        assertThat(written.err())
            .startsWith(
                "proven on sqlite\nnot proven on postgresql: the user "
                    + user
                    + " may not create databases")
            .doesNotContain("secret-word");
      } finally {
        database.execute("DROP OWNED BY " + user, "DROP ROLE " + user);
      }
    }
  }

  @Test
  void what_fails_leaves_neither_files_nor_databases() throws IOException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      CommandRun limbeck = projectOn(address(database));
      Path wrong =
          limbeck.write(
              "src/Wrong.java",
              """
              import jakarta.persistence.*;

              @Entity public class Wrong {
                @Id Long id;
                @Column(columnDefinition = "varchr(20)") String name;
              }
              """);
      EntityClasses.compile(directory.resolve("classes"), List.of(wrong));

      CommandRun.Outcome written = limbeck.run("revision", "--autogenerate", "-m", "shelves");

      assertThat(written.exit()).isEqualTo(ExitCode.REVISION);
      assertThat(written.out()).isEmpty();
      assertThat(written.err())
          .startsWith("LMB-278 The generated revision does not do on postgresql what it is to do.")
          .contains("type \"varchr\" does not exist");
      assertThat(revisions().filter(Files::isRegularFile)).isEmpty();
      assertThat(Files.list(directory.resolve(".limbeck/unproven"))).hasSize(1);
      assertThat(scratchDatabases(database)).isEmpty();
    }
  }
}
