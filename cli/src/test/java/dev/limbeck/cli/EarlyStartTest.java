package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.EarlyStart.Begun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStartTest {
  private static final String SETTINGS =
      "url=jdbc:sqlite:app.db\nrevisions.directory=revisions\nentities.classpath=classes\n";

  @TempDir private Path directory;

  @BeforeEach
  void writeSettings() throws IOException {
    Files.writeString(directory.resolve("limbeck.properties"), SETTINGS);
    Files.writeString(directory.resolve("other.properties"), SETTINGS);
    Files.createDirectory(directory.resolve("classes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "history",
        "heads",
        "scan",
        "init",
        "stamp head",
        "revision -m x",
        "revision --autogenerate --offline -m x",
        "check --offline",
        "check --url jdbc:sqlite:other.db",
        "check --url=jdbc:sqlite:other.db",
        "check --env test",
        "check --env=test",
        "check -v",
        "check -qv",
        "check --verbose",
        "check -h",
        "check --config=other.properties",
        "upgrade head --sql",
        "upgrade -1",
        "check @arguments"
      })
  void nothing_is_begun_where_the_arguments_may_lead_elsewhere(String line) {
    assertThat(EarlyStart.of(line.split(" "), directory, Map.of())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "check --quiet",
        "current --check-heads",
        "log -n 3",
        "upgrade head",
        "downgrade base",
        "revision --autogenerate -m x"
      })
  void what_is_certain_is_begun_and_taken(String line) throws SQLException {
    Begun begun = begun(line, "limbeck.properties", new GlobalOptions());

    assertThat(begun).isNotNull();
    assertThat(begun.properties().file()).isEqualTo(directory.resolve("limbeck.properties"));
    assertThat(begun.entities() != null)
        .isEqualTo(line.startsWith("check") || line.startsWith("revision"));
    try (Connection connection = begun.connections().openToRead()) {
      assertThat(connection.isValid(1)).isTrue();
    }
    begun.close();
  }

  @Test
  void the_file_of_the_settings_counts() {
    assertThat(begun("check --config other.properties", "other.properties", new GlobalOptions()))
        .isNotNull();
    assertThat(begun("check -c other.properties", "other.properties", new GlobalOptions()))
        .isNotNull();
    assertThat(begun("check -c other.properties", "limbeck.properties", new GlobalOptions()))
        .isNull();
  }

  @Test
  void what_options_do_not_want_is_put_away() {
    GlobalOptions elsewhere = new GlobalOptions();
    elsewhere.url = "jdbc:sqlite:other.db";
    GlobalOptions verbose = new GlobalOptions();
    verbose.verbose = true;

    assertThat(begun("check", "limbeck.properties", elsewhere)).isNull();
    assertThat(begun("check", "limbeck.properties", verbose)).isNull();
  }

  @Test
  void wrong_settings_are_left_to_the_command() throws IOException {
    Files.writeString(directory.resolve("limbeck.properties"), "url=nonsense\n");

    assertThat(begun("check", "limbeck.properties", new GlobalOptions())).isNull();
  }

  @Test
  void a_command_for_the_password_is_left_to_the_command() throws IOException {
    Files.writeString(
        directory.resolve("limbeck.properties"), SETTINGS + "password.command=touch asked\n");

    assertThat(begun("check", "limbeck.properties", new GlobalOptions())).isNull();
    assertThat(directory.resolve("asked")).doesNotExist();
  }

  @Test
  void no_database_is_made() {
    Begun begun = begun("check", "limbeck.properties", new GlobalOptions());
    begun.close();

    assertThat(directory.resolve("app.db")).doesNotExist();
  }

  private Begun begun(String line, String file, GlobalOptions options) {
    return EarlyStart.of(line.split(" "), directory, Map.of())
        .take(directory.resolve(file), options);
  }
}
