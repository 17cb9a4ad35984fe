package dev.limbeck.scanner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Scanner settings for the tests' own entities and the bundled Hibernate. */
final class Scans {
  static final Path TEST_CLASSES = Path.of("target", "test-classes");

  private Scans() {}

  /** Settings for some of the tests' classes. */
  static ScannerSettings.Builder of(Collection<Class<?>> classes) {
    return builder().classPath(TEST_CLASSES).classes(classes.stream().map(Class::getName).toList());
  }

  /** Settings with the bundled Hibernate and nothing else. */
  static ScannerSettings.Builder builder() {
    return ScannerSettings.builder().bundledHibernate(bundledHibernate());
  }

  static List<Path> bundledHibernate() {
    return jars(Path.of(System.getProperty("limbeck.home"), "lib", "hibernate"));
  }

  /** The files of a directory, sorted. */
  static List<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
