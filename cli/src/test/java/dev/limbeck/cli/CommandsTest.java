package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @TempDir private Path directory;

  private record Outcome(int exit, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "scan",
        "revision",
        "upgrade",
        "downgrade",
        "check",
        "current",
        "history",
        "heads",
        "branches",
        "merge",
        "edit",
        "show",
        "stamp",
        "repair"
      })
  void the_help_of_a_command_describes_it_with_examples_and_exit_codes(String command) {
    Outcome help = limbeck(command, "--help");

    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: limbeck " + command)
        .contains("Example", "  limbeck " + command, "Exit codes:", "--url", "--stacktrace");
  }

  @Test
  void an_error_of_any_kind_is_told_without_a_trace() {
    StringWriter err = new StringWriter();
    PrintWriter failing =
        new PrintWriter(new StringWriter()) {
          @Override
          public void println(@Nullable String line) {
            throw new AssertionError("no line");
          }
        };

    int exit =
        Main.execute(new String[] {"init"}, directory, Map.of(), failing, new PrintWriter(err));

    assertThat(exit).isEqualTo(ExitCode.BUG);
    assertThat(err.toString())
        .startsWith("LMB-900 ")
        .contains("java.lang.AssertionError: no line")
        .hasLineCount(3);
  }

  @Test
  void limbeck_alone_shows_all_commands() {
    assertThat(limbeck().out()).contains("Commands:", "init ", "stamp ");
  }

  @Test
  void a_project_whose_build_names_the_engine_keeps_revisions_in_its_sources() throws IOException {
    Files.createDirectories(directory.resolve("src/main/java/com/acme/shop/model"));
    Files.createDirectories(directory.resolve("src/main/java/com/acme/shop/web"));
    Files.writeString(directory.resolve("pom.xml"), "<artifactId>limbeck-engine</artifactId>");

    Outcome init = limbeck("init");
    assertThat(init.out()).isEqualToNormalizingNewlines("limbeck.properties\n");
    assertThat(init.err())
        .startsWith("Revisions will be written to src/main/java/com/acme/shop/migrations.");
    assertThat(Files.readString(directory.resolve("limbeck.properties")))
        .contains(
            "\nrevisions.directory=src/main/java\nrevisions.package=com.acme.shop.migrations\n",
            "\nentities.classpath=target/classes\n",
            "\nentities.packages=com.acme.shop\n",
            "\nentities.sources=src/main/java\n");
    assertThat(limbeck("heads").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "history -i", "show current", "current --check-heads"})
  void looking_at_a_database_file_that_is_not_there_does_not_make_it(String command)
      throws IOException {
    limbeck("init");
    Files.createDirectory(directory.resolve("migrations"));

    Outcome looked = limbeck(command.split(" "));

    assertThat(looked.exit()).isZero();
    assertThat(looked.out()).isEmpty();
    assertThat(looked.err()).contains("There is no app.db yet, which is an empty database.");
    assertThat(directory.resolve("app.db")).doesNotExist();
  }

  @Test
  void a_wrong_password_is_refused_and_not_shown() throws IOException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Path rules = Path.of(String.valueOf(database.rows("SHOW hba_file").get(0).get(0)));
      assumeTrue(Files.isWritable(rules), "the server is one whose rules can be changed");
      String before = Files.readString(rules);
      String role = database.name() + "_r";
      database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'r1ght'");
      try {
        Files.writeString(rules, "host all " + role + " all scram-sha-256\n" + before);
        database.rows("SELECT pg_reload_conf()");
        limbeck("init");
        String place = database.jdbcUrl().substring("jdbc:postgresql://".length());

        Outcome wrong =
            limbeck(
                "current",
                "-v",
                "--stacktrace",
                "--url",
                "postgresql://" + role + ":wr0ng@" + place);
        Outcome right = limbeck("current", "--url", "postgresql://" + role + ":r1ght@" + place);

        assertThat(wrong.exit()).isEqualTo(ExitCode.DATABASE);
        assertThat(wrong.err())
            .contains("LMB-401", "password authentication failed", place)
            .doesNotContain("wr0ng");
        assertThat(right).isEqualTo(new Outcome(0, "", right.err()));
      } finally {
        Files.writeString(rules, before);
        database.rows("SELECT pg_reload_conf()");
        database.execute("DROP ROLE " + role);
      }
    }
  }

  @Test
  void a_script_for_nobody_knows_which_database_asks_for_the_dialect() throws IOException {
    limbeck("init");
    Files.createDirectory(directory.resolve("migrations"));
    Path settings = directory.resolve("limbeck.properties");
    String text =
        Files.readString(settings)
            .lines()
            .filter(line -> !line.startsWith("url="))
            .collect(Collectors.joining("\n"));
    Files.writeString(settings, text);

    Outcome asked = limbeck(Map.of(), "upgrade", "head", "--sql");
    assertThat(asked.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(asked.out()).isEmpty();
    assertThat(asked.err())
        .contains("For which database? Say --dialect sqlite or --dialect postgresql");
    assertThat(limbeck(Map.of(), "upgrade", "head", "--sql", "--dialect", "sqlite").exit())
        .isZero();
  }

  private Outcome limbeck(String... args) {
    return limbeck(Map.of("DATABASE_URL", "sqlite:///app.db"), args);
  }

  private Outcome limbeck(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.execute(
            args,
            directory.toAbsolutePath(),
            environment,
            new PrintWriter(out),
            new PrintWriter(err));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
