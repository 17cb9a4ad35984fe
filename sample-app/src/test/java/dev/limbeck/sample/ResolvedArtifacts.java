package dev.limbeck.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of published entities, fetched by the Maven that runs the tests, and kept.
 *
 * <p>Not as dependencies of this module: each set has a class path of its own, and two versions of
 * one artifact take part.
 */
final class ResolvedArtifacts {
  private static final Path DIRECTORY = Path.of("target", "public-models").toAbsolutePath();
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:";

  private ResolvedArtifacts() {}

  /** The jars of a model, sorted. */
  static List<Path> of(PublicModel model) {
    Path jars = DIRECTORY.resolve(model.name().replaceAll("[^A-Za-z0-9.]+", "-"));
    Path done = jars.resolveSibling(jars.getFileName() + ".done");
    try {
      if (!Files.exists(done)) {
        Files.createDirectories(jars);
        for (String artifact : model.jars()) {
          // The goal of this version asks for nothing but the jar: not every parent is published.
          maven(
              PLUGIN + "2.8:get", "-Dartifact=" + artifact, "-Dtransitive=false", "-Ddest=" + jars);
        }
        if (!model.trees().isEmpty()) {
          Path pom =
              Files.writeString(jars.resolveSibling(jars.getFileName() + ".xml"), pom(model));
          maven(
              PLUGIN + "3.11.0:copy-dependencies",
              "-f",
              pom.toString(),
              "-DincludeScope=runtime",
              "-DoutputDirectory=" + jars);
        }
        Files.writeString(done, "");
      }
      try (Stream<Path> files = Files.list(jars)) {
        return files.sorted().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pom(PublicModel model) {
    StringBuilder dependencies = new StringBuilder();
    for (String artifact : model.trees()) {
      String[] parts = artifact.split(":");
      dependencies.append(
          """
              <dependency>
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
              </dependency>
          """
              .formatted(parts[0], parts[1], parts[2]));
    }
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.limbeck</groupId>
          <artifactId>public-model</artifactId>
          <version>1</version>
          <dependencies>
        %s  </dependencies>
        </project>
        """
        .formatted(dependencies);
  }

  private static void maven(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.add("-B");
    command.add("-q");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(DIRECTORY.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + "\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
