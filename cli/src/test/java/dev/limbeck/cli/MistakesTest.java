package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.CommandRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that would pass for an answer: each is told, with what to do. */
class MistakesTest {
  private static final String SETTINGS =
      "url=jdbc:sqlite:app.db\ndialects=sqlite\nrevisions.directory=migrations\n";

  @TempDir private Path temp;
  private Path directory;
  private CommandRun limbeck;

  @BeforeEach
  void set_up_a_project() throws IOException {
    directory = temp.toRealPath();
    limbeck = new CommandRun(directory);
    limbeck.write("limbeck.properties", SETTINGS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade head", "downgrade base", "stamp head", "current --check-heads"})
  void a_directory_of_revisions_that_does_not_exist_is_an_error(String command) {
    Outcome outcome = limbeck.run(command.split(" "));

    assertThat(outcome.exit()).isEqualTo(ExitCode.REVISION);
    assertThat(outcome.err())
        .startsWith("LMB-281 The directory of revisions does not exist.\n  " + directory)
        .contains("migrations\n", "revisions.directory");
    assertThat(directory.resolve("app.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade head", "current", "current --check-heads"})
  void a_directory_without_revisions_is_warned_of(String command) throws IOException {
    Files.createDirectory(directory.resolve("migrations"));

    Outcome outcome = limbeck.run(command.split(" "));

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).contains("warning: there are no revisions in migrations.\n");
  }

  @Test
  void a_package_without_revisions_is_an_error() throws IOException {
    limbeck.write(
        "limbeck.properties", "url=jdbc:sqlite:app.db\nrevisions.package=com.acme.typo\n");

    Outcome outcome = limbeck.run("upgrade", "head");

    assertThat(outcome.exit()).isEqualTo(ExitCode.REVISION);
    assertThat(outcome.err())
        .startsWith("LMB-282 There is no revision in the package com.acme.typo.\n");
  }

  @Test
  void the_first_revision_of_a_package_can_be_written() throws IOException {
    limbeck.write(
        "limbeck.properties",
        "url=jdbc:sqlite:app.db\nrevisions.directory=src\nrevisions.package=com.acme.shop\n");

    assertThat(limbeck.run("revision", "-m", "first").err()).isEmpty();
    assertThat(limbeck.run("heads").out()).contains("first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "upgrade head", "downgrade -1", "stamp head"})
  void a_version_table_that_names_no_revision_of_these_is_told(String command)
      throws IOException, SQLException {
    limbeck.revision("R20261121_0715_One", "id = \"aaaa\"", "one");
    limbeck.run("upgrade", "head");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("app.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE limbeck_version SET version_num = 'deadbeef'");
    }

    Outcome outcome = limbeck.run(command.split(" "));

    assertThat(outcome.exit()).isEqualTo(ExitCode.REVISION);
    assertThat(outcome.out()).isEqualTo(command.equals("current") ? "deadbeef\n" : "");
    assertThat(outcome.err())
        .contains("LMB-301 The database stands at deadbeef, which is none of the revisions here.\n")
        .contains("another branch", "limbeck stamp --purge");
    assertThat(limbeck.run("stamp", "--purge", "aaaa").exit()).isZero();
  }

  @Test
  void a_dialect_that_there_is_not_is_told_before_anything_is_applied() throws IOException {
    limbeck.write("limbeck.properties", SETTINGS.replace("=sqlite\n", "=sqlite,postgres95\n"));
    limbeck.revision("R20261121_0715_One", "id = \"aaaa\"", "one");

    Outcome outcome = limbeck.run("upgrade", "head");

    assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outcome.err()).startsWith("LMB-101 ").contains("postgres95");
    assertThat(directory.resolve("app.db")).doesNotExist();
  }

  @Test
  void a_message_is_one_line_that_says_something() throws IOException {
    Files.createDirectory(directory.resolve("migrations"));

    Outcome empty = limbeck.run("revision", "-m", " \n ");
    assertThat(empty.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(empty.err()).startsWith("LMB-501 The message of a revision is empty.\n");

    assertThat(limbeck.run("revision", "-m", "two\nlines\t*/ ").exit()).isZero();
    assertThat(limbeck.run("heads").out()).contains("two lines */");
  }

  @Test
  void settings_may_begin_with_a_byte_order_mark() throws IOException {
    limbeck.write("limbeck.properties", "\ufeff" + SETTINGS);
    limbeck.revision("R20261121_0715_One", "id = \"aaaa\"", "one");

    assertThat(limbeck.run("upgrade", "head").err()).doesNotContain("LMB-");
  }

  @Test
  void a_database_that_cannot_be_read_is_named() throws IOException {
    limbeck.write("app.db", "this is no database, but it is long enough to be looked at as one");
    limbeck.revision("R20261121_0715_One", "id = \"aaaa\"", "one");

    for (String command : new String[] {"current", "upgrade head"}) {
      Outcome outcome = limbeck.run(command.split(" "));

      assertThat(outcome.exit()).isEqualTo(ExitCode.DATABASE);
      assertThat(outcome.err())
          .startsWith("LMB-402 The database ")
          .contains("jdbc:sqlite:" + directory.resolve("app.db") + ", from ", "Check ");
    }
  }

  @Test
  void a_path_that_is_none_is_an_error_of_the_settings() {
    Outcome outcome = limbeck.run("heads", "--config", "a\0b");

    assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outcome.err()).startsWith("LMB-004 A path cannot be used: ");
  }
}
