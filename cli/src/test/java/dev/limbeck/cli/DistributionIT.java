package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the package phase laid out in {@code target/limbeck}. */
class DistributionIT {

  private static final Path HOME = Path.of("target", "limbeck").toAbsolutePath();

  @Test
  void the_commands_class_path_holds_everything_but_hibernate() throws IOException {
    assertThat(artifacts(HOME.resolve("lib")))
        .contains(
            "jandex",
            "javapoet",
            "limbeck-cli",
            "limbeck-codegen",
            "limbeck-engine",
            "limbeck-entity-scanner",
            "picocli",
            "postgresql",
            "schemacrawler",
            "sqlite-jdbc")
        .noneMatch(artifact -> artifact.startsWith("hibernate"))
        .noneMatch(artifact -> artifact.startsWith("jakarta"))
        .noneMatch(artifact -> artifact.contains("junit"));
  }

  @Test
  void the_bundled_hibernate_is_complete() throws IOException {
    assertThat(artifacts(HOME.resolve("lib/hibernate")))
        .contains(
            "hibernate-community-dialects",
            "hibernate-core",
            "hibernate-models",
            "jakarta.persistence-api",
            "jboss-logging");
  }

  @Test
  void dialects_for_other_hibernates_are_there() throws IOException {
    try (Stream<Path> jars = Files.list(HOME.resolve("lib/hibernate-dialects"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString().split("-", 4)[3].substring(0, 3)))
          .containsExactlyInAnyOrder("6.6", "7.0", "7.1", "7.2", "7.3");
    }
  }

  @Test
  void the_licence_and_the_readme_are_there() {
    assertThat(HOME.resolve("LICENSE")).isNotEmptyFile();
    assertThat(HOME.resolve("README.md")).isNotEmptyFile();
    assertThat(HOME.resolve("bin/limbeck.bat")).isNotEmptyFile();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_launcher_starts_the_command() throws Exception {
    Process process =
        new ProcessBuilder(HOME.resolve("bin/limbeck").toString(), "--version")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).startsWith("limbeck ").contains("\nJava ");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void listing_revisions_loads_no_hibernate_schemacrawler_or_compiler(@TempDir Path directory)
      throws Exception {
    assertThat(loaded(directory, "init")).isNotEmpty();

    for (String command : List.of("heads", "history", "current")) {
      assertThat(loaded(directory, command))
          .as(command)
          .contains("dev.limbeck.cli.Session")
          .noneMatch(name -> name.startsWith("org.hibernate."))
          // Its driver is a service, which Java's driver manager looks at.
          .noneMatch(
              name ->
                  name.startsWith("schemacrawler.")
                      && !name.startsWith("schemacrawler.tools.offline.jdbc."))
          .noneMatch(name -> name.startsWith("com.palantir."))
          .noneMatch(name -> name.startsWith("com.sun.tools."))
          .noneMatch(name -> name.startsWith("dev.limbeck.scanner."));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void an_archive_holds_the_classes_of_commands_and_starts_them(@TempDir Path directory)
      throws Exception {
    Path archive = directory.resolve("a place/limbeck.jsa");
    Process making =
        new ProcessBuilder(
                HOME.resolve("bin/limbeck-archive").toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HOME.toString(),
                archive.toString(),
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
            .start();
    assertThat(making.waitFor()).isZero();
    assertThat(directory.resolve("a place")).isDirectoryContaining(archive::equals);
    assertThat(directory.resolve("a place").toFile().list()).hasSize(1);

    Path log = directory.resolve("classes");
    ProcessBuilder using =
        new ProcessBuilder(HOME.resolve("bin/limbeck").toString(), "--version")
            .redirectErrorStream(true);
    // The options of the variable are words: no space may stand in a path.
    Path link = Files.createSymbolicLink(directory.resolve("linked.jsa"), archive);
    using
        .environment()
        .put(
            "LIMBECK_JAVA_OPTS",
            "-XX:SharedArchiveFile=" + link + " -Xshare:on -Xlog:class+load:file=" + log + ":none");
    Process process = using.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).startsWith("limbeck ");
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.startsWith("dev.limbeck.cli.Session source: shared objects file"));
  }

  /** The classes that a command loads. */
  private static List<String> loaded(Path directory, String command) throws Exception {
    Path log = directory.resolve(command + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(HOME.resolve("bin/limbeck").toString(), command)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LIMBECK_JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none");
    builder.environment().put("DATABASE_URL", "sqlite:///app.db");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
  }

  /** The names of the jars without their versions. */
  private static TreeSet<String> artifacts(Path directory) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      List<String> jars =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".jar")).toList();
      for (String jar : jars) {
        int end = 0;
        while (!(jar.charAt(end) == '-' && Character.isDigit(jar.charAt(end + 1)))) {
          end++;
        }
        names.add(jar.substring(0, end));
      }
    }
    return names;
  }
}
