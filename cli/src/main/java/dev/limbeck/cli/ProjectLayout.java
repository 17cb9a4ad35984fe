package dev.limbeck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be seen of a project from outside.
 *
 * @param classes where its classes are compiled to
 * @param sources where its sources are; empty where that is not seen
 * @param packageName the package in which all of them are; empty where that is not seen
 * @param dependencies the setting for the jars of its dependencies, as an example
 * @param engineOnClassPath true where its build names the engine, so that revisions compile with it
 */
record ProjectLayout(
    String classes,
    String sources,
    String packageName,
    String dependencies,
    boolean engineOnClassPath) {

  static ProjectLayout of(Path directory) {
    Path pom = directory.resolve("pom.xml");
    Path gradle = directory.resolve("build.gradle");
    Path gradleKotlin = directory.resolve("build.gradle.kts");
    String sources = Files.isDirectory(directory.resolve("src/main/java")) ? "src/main/java" : "";
    String packageName = sources.isEmpty() ? "" : onlyPackage(directory.resolve(sources));
    if (Files.exists(gradle) || Files.exists(gradleKotlin)) {
      Path build = Files.exists(gradle) ? gradle : gradleKotlin;
      return new ProjectLayout(
          "build/classes/java/main", sources, packageName, "build/lib/*", namesEngine(build));
    }
    return new ProjectLayout(
        Files.exists(pom) || !sources.isEmpty() ? "target/classes" : "classes",
        sources,
        packageName,
        "target/dependency/*",
        Files.exists(pom) && namesEngine(pom));
  }

  private static boolean namesEngine(Path build) {
    return read(build).contains("limbeck-engine");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new LayoutException(file, e);
    }
  }

  /** Goes down as long as a directory holds nothing but one other. */
  private static String onlyPackage(Path root) {
    Path at = root;
    while (true) {
      List<Path> inside = list(at);
      if (inside.size() != 1 || !Files.isDirectory(inside.get(0))) {
        return root.relativize(at).toString().replace('\\', '.').replace('/', '.');
      }
      at = inside.get(0);
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new LayoutException(directory, e);
    }
  }

  /** A project that cannot be looked at. */
  static final class LayoutException extends dev.limbeck.LimbeckException {
    private static final long serialVersionUID = 1L;

    LayoutException(Path file, IOException cause) {
      super("LMB-109", "The project cannot be looked at: " + file + "\n  " + cause, cause);
    }
  }

  private boolean inSources() {
    return engineOnClassPath && !sources.isEmpty() && !packageName.isEmpty();
  }

  private String revisionsPackage() {
    return packageName + ".migrations";
  }

  /** The directory of the revisions. */
  String revisionsPath() {
    return inSources() ? sources + "/" + revisionsPackage().replace('.', '/') : "migrations";
  }

  /** The settings to begin with. */
  String settings() {
    return """
        # Settings of Limbeck: docs/configuration.md explains all of them.
        # ${NAME} and ${NAME:default} are variables of the environment, or of the file .env beside this.
        # Paths are relative to this file.

        # The database to develop on.
        url=${DATABASE_URL:jdbc:sqlite:app.db}

        # All databases that revisions have to run on.
        dialects=sqlite,postgresql

        # Where revisions are written.
        %s
        # Compiled entities: directories, jars, or dir/* for all jars of a directory.
        entities.classpath=%s
        # With libraries that they need, for example after `mvn dependency:copy-dependencies`:
        # entities.classpath=%s:%s
        %s
        # Any setting of Hibernate that decides names or types, for example:
        # hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy
        """
        .formatted(revisions(), classes, classes, dependencies, entities());
  }

  private String revisions() {
    return inSources()
        ? "revisions.directory=" + sources + "\nrevisions.package=" + revisionsPackage() + "\n"
        : """
            # To carry them in the application, add dev.limbeck:limbeck-engine to its dependencies and say:
            #   revisions.directory=src/main/java
            #   revisions.package=%s
            revisions.directory=migrations
            """
            .formatted(packageName.isEmpty() ? "com.acme.migrations" : revisionsPackage());
  }

  private String entities() {
    return (packageName.isEmpty()
            ? "# entities.packages=com.acme\n"
            : "entities.packages=" + packageName + "\n")
        + (sources.isEmpty() ? "" : "entities.sources=" + sources + "\n");
  }
}
