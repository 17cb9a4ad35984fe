package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/limbeck} with a Java that only prints its arguments, one a line. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir private Path directory;
  private Path home;
  private Path javaHome;

  @BeforeEach
  void lay_out_a_distribution_and_a_java() throws IOException {
    Path real = directory.toRealPath();
    home = real.resolve("the limbeck");
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path launcher = bin.resolve("limbeck");
    Files.copy(Path.of("src/main/dist/bin/limbeck"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();

    javaHome = real.resolve("a jdk");
    Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "1.8.0_392"' >&2
        else
          printf '%s\\n' "$@"
        fi
        """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void the_command_gets_its_home_its_class_path_and_the_arguments_as_they_are() throws Exception {
    javaIs("17.0.15");

    assertThat(run(Map.of("LIMBECK_JAVA_OPTS", "-Xmx1g -Da=*"), "-m", "two  words", "", "*"))
        .isEqualTo(
            new Outcome(
                0,
                String.join(
                    "\n",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Xshare:auto",
                    "-Dpicocli.converters.excludes=java[.](time|sql)[.].*",
                    "-Xmx1g",
                    "-Da=*",
                    "-Dlimbeck.home=" + home,
                    "-cp",
                    home + "/lib/*",
                    "dev.limbeck.cli.Main",
                    "-m",
                    "two  words",
                    "",
                    "*",
                    ""),
                ""));
  }

  @Test
  void a_java_that_warns_of_native_libraries_is_told_to_allow_them() throws Exception {
    javaIs("25.0.3");

    assertThat(run(Map.of()).out()).contains("\n--enable-native-access=ALL-UNNAMED\n");
  }

  @Test
  void arguments_are_read_as_utf_8_where_the_locale_says_nothing() throws Exception {
    javaIs("17");
    Files.writeString(
        javaHome.resolve("bin/java"),
        "#!/bin/sh\nprintf '%s\\n' \"${LC_ALL-unset} ${LC_CTYPE-unset} ${LANG-unset}\"\n");

    assertThat(run(locale("C", null, "de_DE.UTF-8")).out())
        .isEqualTo("C.UTF-8 unset de_DE.UTF-8\n");
    assertThat(run(locale(null, null, null)).out()).isEqualTo("unset C.UTF-8 unset\n");
    assertThat(run(locale(null, "POSIX", "de_DE.UTF-8")).out())
        .isEqualTo("unset C.UTF-8 de_DE.UTF-8\n");
    assertThat(run(locale(null, null, "de_DE.UTF-8")).out()).isEqualTo("unset unset de_DE.UTF-8\n");
    assertThat(run(locale("fr_FR", "C", "C")).out()).isEqualTo("fr_FR C C\n");
  }

  private static Map<String, @Nullable String> locale(
      @Nullable String all, @Nullable String type, @Nullable String lang) {
    Map<String, @Nullable String> locale = new HashMap<>();
    locale.put("LC_ALL", all);
    locale.put("LC_CTYPE", type);
    locale.put("LANG", lang);
    return locale;
  }

  @Test
  void an_archive_of_classes_that_is_there_is_used() throws Exception {
    javaIs("17.0.15");
    Path archive = archive();
    Files.createDirectories(archive.getParent());
    Files.createFile(archive);

    assertThat(run(archives(null)).out())
        .contains(
            "\n-XX:SharedArchiveFile=" + archive + "\n",
            "\n-XX:ArchiveRelocationMode=0\n",
            "\n-Xlog:disable\n");
    assertThat(run(Map.of("LIMBECK_ARCHIVE", "off")).out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void an_archive_is_made_behind_the_first_command_and_again_for_other_jars() throws Exception {
    javaIs("17.0.15");
    Files.createDirectories(home.resolve("lib"));
    Path made = directory.resolve("made");
    Path script = home.resolve("bin/limbeck-archive");
    Files.writeString(
        script,
        "#!/bin/sh\nprintf '%s\\n' \"$3\" \"$4\" > '"
            + made
            + ".part'\nmv '"
            + made
            + ".part' '"
            + made
            + "'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    assertThat(run(archives("true")).out()).doesNotContain("SharedArchiveFile");
    assertThat(made).doesNotExist();
    assertThat(run(archives(null)).out()).doesNotContain("SharedArchiveFile");
    await(made);
    assertThat(made)
        .hasContent(
            archive()
                + "\n-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xshare:auto"
                + " -Dpicocli.converters.excludes=java[.](time|sql)[.].* ");

    Files.delete(made);
    Files.createDirectories(archive().getParent());
    Files.createFile(archive());
    Files.setLastModifiedTime(archive(), FileTime.fromMillis(1_000_000_000_000L));
    assertThat(run(archives(null)).out()).doesNotContain("SharedArchiveFile");
    await(made);
  }

  private Path archive() {
    return Path.of(home + "/archive" + javaHome.resolve("bin/java") + "-17.0.15.jsa");
  }

  private static Map<String, @Nullable String> archives(@Nullable String ci) {
    Map<String, @Nullable String> environment = new HashMap<>();
    environment.put("LIMBECK_ARCHIVE", null);
    environment.put("CI", ci);
    return environment;
  }

  private static void await(Path file) throws Exception {
    for (int i = 0; i < 1000 && !Files.exists(file); i++) {
      Thread.sleep(10);
    }
    assertThat(file).exists();
  }

  @Test
  void a_link_to_the_launcher_finds_the_distribution() throws Exception {
    javaIs("17");
    Path link = Files.createSymbolicLink(directory.resolve("link"), home.resolve("bin/limbeck"));

    assertThat(run(link, Map.of()).out()).contains("-Dlimbeck.home=" + home + "\n");
  }

  @Test
  void an_old_java_is_refused() throws Exception {
    javaIs("11.0.2");

    assertThat(run(Map.of())).isEqualTo(refusal(javaHome + "/bin/java is Java 11.0.2."));
  }

  @Test
  void a_java_without_a_release_file_is_asked() throws Exception {
    assertThat(run(Map.of())).isEqualTo(refusal(javaHome + "/bin/java is Java 1.8.0_392."));
  }

  @Test
  void a_java_home_without_java_is_refused() throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));

    assertThat(run(Map.of("JAVA_HOME", empty.toString())))
        .isEqualTo(refusal("JAVA_HOME is " + empty + ", which has no bin/java."));
  }

  private static Outcome refusal(String seen) {
    return new Outcome(
        3,
        "",
        """
        LMB-003 Limbeck needs Java 17 or newer.
          %s
          Install a JDK, or set JAVA_HOME to the directory of one.
        """
            .formatted(seen));
  }

  private void javaIs(String version) throws IOException {
    Files.writeString(
        javaHome.resolve("release"),
        "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"%s\"\nJAVA_RUNTIME_VERSION=\"%s+1\"\n"
            .formatted(version, version));
  }

  private Outcome run(Map<String, @Nullable String> environment, String... arguments)
      throws Exception {
    return run(home.resolve("bin/limbeck"), environment, arguments);
  }

  private Outcome run(Path launcher, Map<String, @Nullable String> environment, String... arguments)
      throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().remove("LIMBECK_JAVA_OPTS");
    builder.environment().put("LIMBECK_ARCHIVE", "off");
    builder.environment().put("JAVA_HOME", javaHome.toString());
    environment.forEach(
        (name, value) -> {
          if (value == null) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int exit = builder.start().waitFor();
    return new Outcome(
        exit,
        // Only on some machines.
        Files.readString(out, StandardCharsets.UTF_8).replace("-XX:+UseTransparentHugePages\n", ""),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private record Outcome(int exit, String out, String err) {}
}
