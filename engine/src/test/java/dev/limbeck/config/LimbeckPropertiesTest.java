package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimbeckPropertiesTest {

  @TempDir private Path directory;

  @Test
  void settings_of_every_kind_are_read() throws IOException {
    Files.createDirectories(directory.resolve("lib"));
    Files.createFile(directory.resolve("lib/b.jar"));
    Files.createFile(directory.resolve("lib/a.jar"));
    Files.createFile(directory.resolve("lib/readme.txt"));
    LimbeckProperties properties =
        read(
            """
            # a comment
            dialects = sqlite, postgresql
            revisions.directory: src/main/java/acme
            entities.classpath=target/classes:lib/*,/abs/x.jar
            lock.timeout 30s
            autogenerate.drop-unknown=true
            hibernate.default_schema=sh\\u00f6p
            jakarta.persistence.database-major-version=16
            entities.packages=\\
                com.acme
            """,
            Map.of());

    assertThat(properties.list(ConfigurationKey.DIALECTS)).containsExactly("sqlite", "postgresql");
    assertThat(properties.path(ConfigurationKey.REVISIONS_DIRECTORY))
        .isEqualTo(directory.resolve("src/main/java/acme"));
    assertThat(properties.paths(ConfigurationKey.ENTITIES_CLASSPATH))
        .containsExactly(
            directory.resolve("target/classes"),
            directory.resolve("lib/a.jar"),
            directory.resolve("lib/b.jar"),
            Path.of("/abs/x.jar"));
    assertThat(properties.duration(ConfigurationKey.LOCK_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(properties.flag(ConfigurationKey.AUTOGENERATE_DROP_UNKNOWN, false)).isTrue();
    assertThat(properties.text(ConfigurationKey.ENTITIES_PACKAGES)).isEqualTo("com.acme");
    assertThat(properties.hibernate())
        .isEqualTo(
            Map.of(
                "hibernate.default_schema", "shöp",
                "jakarta.persistence.database-major-version", "16"));
    assertThat(properties.where(ConfigurationKey.LOCK_TIMEOUT)).isEqualTo("limbeck.properties:5");
  }

  @Test
  void variables_come_from_the_environment_then_from_the_file_beside_it_then_from_the_default()
      throws IOException {
    Files.writeString(
        directory.resolve(".env"),
        """
        # local
        export A='from file' # said so
        B="line\\n\\"two\\""
        C=plain # comment
        D = a#b
        """);

    LimbeckProperties properties =
        read(
            "hibernate.a=${A}|${B}|${C}|${D}|${E:e ${F:f}}|$${G}", Map.of("A", "from environment"));

    assertThat(properties.hibernate())
        .isEqualTo(Map.of("hibernate.a", "from environment|line\n\"two\"|plain|a#b|e f|${G}"));
  }

  @Test
  void a_variable_without_value_is_an_error_only_of_who_asks_for_it() throws IOException {
    LimbeckProperties properties = read("password=${DB_PASSWORD}\nurl=x", Map.of());

    assertThat(properties.text(ConfigurationKey.URL)).isEqualTo("x");
    assertThatThrownBy(() -> properties.text(ConfigurationKey.PASSWORD))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "LMB-105 A setting names a variable that has no value.\n"
                + "  limbeck.properties:1   password needs DB_PASSWORD\n"
                + "  Set it in the environment or in "
                + directory.resolve(".env")
                + ", or give a default: ${NAME:default}.");
  }

  @Test
  void all_wrong_lines_are_named_at_once_with_the_nearest_key() {
    assertThatThrownBy(
            () ->
                read("url=a\nrevision.directory=x\nnothing.like.it=1\nurl=b\nuser=\\u12", Map.of()))
        .hasMessage(
            "LMB-104 The settings in "
                + directory.resolve("limbeck.properties")
                + " are not right.\n"
                + "  limbeck.properties, line 5: \\u is not followed by four hexadecimal digits\n"
                + "  limbeck.properties:2   unknown key revision.directory; did you mean"
                + " revisions.directory?\n"
                + "  limbeck.properties:3   unknown key nothing.like.it\n"
                + "  limbeck.properties:4   url is set in line 1 already\n"
                + "  docs/configuration.md lists all keys.");
  }

  @Test
  void a_line_of_the_environment_file_that_is_none_is_an_error() throws IOException {
    Files.writeString(directory.resolve(".env"), "A=1\nwhat is this\nB='open\n");

    assertThatThrownBy(() -> read("", Map.of()))
        .hasMessage(
            "LMB-104 The variables in "
                + directory.resolve(".env")
                + " cannot be read.\n"
                + "  .env, line 2: expected NAME=value\n"
                + "  .env, line 3: a quote is not closed");
  }

  @Test
  void a_value_of_the_wrong_kind_is_named_with_its_line() throws IOException {
    LimbeckProperties properties =
        read("lock.timeout=soon\nautogenerate.drop-unknown=yes", Map.of());

    assertThatThrownBy(() -> properties.duration(ConfigurationKey.LOCK_TIMEOUT))
        .hasMessage(
            "LMB-106 A setting has a value that it cannot have.\n"
                + "  limbeck.properties:1   lock.timeout=soon\n"
                + "  It takes a duration such as 500ms, 30s, 5m or 1h.");
    assertThatThrownBy(() -> properties.flag(ConfigurationKey.AUTOGENERATE_DROP_UNKNOWN, false))
        .hasMessageContaining("limbeck.properties:2   autogenerate.drop-unknown=yes");
  }

  @Test
  void the_option_wins_over_the_setting_and_the_setting_over_the_environment() throws IOException {
    Map<String, String> environment = Map.of("DATABASE_URL", "sqlite:///env.db");

    assertThat(
            read("url=jdbc:sqlite:set.db", environment)
                .databaseUrl("sqlite:///o.db", Path.of("/w")))
        .hasToString("jdbc:sqlite:/w/o.db");
    assertThat(read("url=jdbc:sqlite:set.db", environment).databaseUrl(null, Path.of("/w")))
        .hasToString("jdbc:sqlite:" + directory.resolve("set.db"));
    assertThat(read("", environment).databaseUrl(null, Path.of("/w")))
        .hasToString("jdbc:sqlite:" + directory.resolve("env.db"));
    assertThatThrownBy(() -> read("", Map.of()).databaseUrl(null, Path.of("/w")))
        .hasMessageStartingWith("LMB-102 This command needs a database");
  }

  private LimbeckProperties read(String text, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve(LimbeckProperties.FILE_NAME), text);
    return LimbeckProperties.read(file, environment);
  }
}
