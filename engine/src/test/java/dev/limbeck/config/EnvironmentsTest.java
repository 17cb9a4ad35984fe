package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {
  @TempDir private Path directory;

  private LimbeckProperties read(String text) throws IOException {
    Path file = directory.resolve("limbeck.properties");
    Files.writeString(file, text);
    return LimbeckProperties.read(file, Map.of("SECRET", "s3cr3t"));
  }

  @Test
  void an_environment_replaces_settings_and_leaves_the_others() throws IOException {
    LimbeckProperties properties =
        read(
            """
            url=jdbc:sqlite:app.db
            lock.timeout=1s
            environments.production.url=jdbc:postgresql://db/shop
            environments.production.protected=true
            """);

    LimbeckProperties production = properties.inEnvironment("production");

    assertThat(production.text(ConfigurationKey.URL)).isEqualTo("jdbc:postgresql://db/shop");
    assertThat(production.where(ConfigurationKey.URL)).isEqualTo("limbeck.properties:3");
    assertThat(production.flag(ConfigurationKey.PROTECTED, false)).isTrue();
    assertThat(production.duration(ConfigurationKey.LOCK_TIMEOUT)).hasSeconds(1);
    assertThat(properties.flag(ConfigurationKey.PROTECTED, false)).isFalse();
    assertThatThrownBy(() -> properties.inEnvironment("prod"))
        .hasMessageStartingWith("LMB-140 The settings know no environment prod.")
        .hasMessageContaining("has production");
  }

  @Test
  void an_unknown_key_of_an_environment_is_an_error() {
    assertThatThrownBy(() -> read("environments.production.protcted=true"))
        .hasMessageContaining("unknown key environments.production.protcted");
  }

  @Test
  void passwords_in_the_file_are_known_by_their_place() throws IOException {
    assertThat(
            read("""
                    url=postgresql://me:hidden@db/shop
                    password=plain
                    environments.a.password=${SECRET}
                    environments.b.url=jdbc:postgresql://db/shop?password=x
                    environments.c.url=jdbc:postgresql://db/shop
                    """)
                .passwords())
        .containsExactly(
            "limbeck.properties:1   url",
            "limbeck.properties:2   password",
            "limbeck.properties:4   environments.b.url");
  }

  private String shown(String settings) throws IOException {
    return String.valueOf(
        read("url=jdbc:postgresql://db/shop\n" + settings)
            .databaseUrl(null, directory)
            .properties()
            .getProperty("password"));
  }

  @Test
  void a_password_can_come_from_a_file() throws IOException {
    Files.writeString(directory.resolve("pw"), "  of the file \nsecond line\n");

    assertThat(shown("password.file=pw")).isEqualTo("of the file");
    assertThatThrownBy(() -> shown("password.file=missing"))
        .hasMessageStartingWith("LMB-141 The password of the database is not to be had.")
        .hasMessageContaining("limbeck.properties:2   password.file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_password_can_come_from_a_command_that_no_shell_sees() throws IOException {
    assertThat(shown("password.command=printf '%s' 'a b;c'")).isEqualTo("a b;c");
    assertThatThrownBy(() -> shown("password.command=sh -c 'echo s3cr3t; exit 3'"))
        .hasMessageContaining("sh ended with exit code 3")
        .hasMessageNotContaining("s3cr3t");
    assertThatThrownBy(() -> shown("password.command=no-such-program x"))
        .hasMessageContaining("no-such-program cannot be run");
  }

  @Test
  void words_are_divided_at_white_space_outside_of_quotes() {
    assertThat(CommandWords.of("  pass  show 'my db'/x \"\" $HOME|y "))
        .isEqualTo(List.of("pass", "show", "my db/x", "", "$HOME|y"));
  }
}
