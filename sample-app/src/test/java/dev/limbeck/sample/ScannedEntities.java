package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.scanner.EntityScanner;
import dev.limbeck.scanner.ScannerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Entities of a class directory, scanned with the bundled Hibernate, once for each question. */
final class ScannedEntities implements EntitySource {

  private record Question(List<String> dialects, Map<String, Integer> majorVersions) {}

  private final Map<Question, EntityModel> answers = new ConcurrentHashMap<>();
  private final EntityScanner scanner;

  ScannedEntities(Path classes) {
    this(
        ScannerSettings.builder()
            .classPath(classes)
            .packages(List.of("dev.limbeck.sample.entity")));
  }

  private ScannedEntities(ScannerSettings.Builder settings) {
    this.scanner = new EntityScanner(settings.bundledHibernate(bundledHibernate()).build());
  }

  /** These classes and mapping files of the tests. */
  static ScannedEntities of(Collection<Class<?>> classes, List<String> mappingFiles) {
    return new ScannedEntities(
        ScannerSettings.builder()
            .classPath(Path.of("target", "test-classes"))
            .mappingFiles(mappingFiles)
            .classes(classes.stream().map(Class::getName).toList()));
  }

  private static List<Path> bundledHibernate() {
    String home = requireNonNull(System.getProperty("limbeck.home"), "limbeck.home");
    try (Stream<Path> jars = Files.list(Path.of(home, "lib", "hibernate"))) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public EntityModel read(List<String> dialects) {
    return read(dialects, Map.of());
  }

  @Override
  public EntityModel read(List<String> dialects, Map<String, Integer> majorVersions) {
    return answers.computeIfAbsent(
        new Question(List.copyOf(dialects), Map.copyOf(majorVersions)),
        question -> scanner.read(question.dialects(), question.majorVersions()));
  }
}
