package dev.limbeck.cli;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.scanner.EntityScanner;
import dev.limbeck.scanner.ScannerSettings;
import dev.limbeck.scanner.cache.CachedEntities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entities that the settings name; loads the scanner. */
final class Entities {

  /** What a line of {@link EntityModel#skipped()} begins with that people should see. */
  static final String WARNING = "warning: ";

  private static final String HOME = "limbeck.home";

  private Entities() {}

  /** True where the settings name a class path. */
  static boolean areConfigured(LimbeckProperties properties) {
    return !properties.paths(ConfigurationKey.ENTITIES_CLASSPATH).isEmpty();
  }

  /** What scans them in any case. */
  static EntityScanner scanner(LimbeckProperties properties, boolean verbose) {
    return new EntityScanner(settings(properties, verbose));
  }

  /**
   * Where they come from: what an earlier scan found is kept beside the settings.
   *
   * @return null where the settings say {@code entities.cache=false}
   * @throws LimbeckException LMB-102 where no class path is configured
   */
  static @Nullable CachedEntities cached(LimbeckProperties properties, boolean verbose) {
    return properties.flag(ConfigurationKey.ENTITIES_CACHE, true)
        ? new CachedEntities(
            settings(properties, verbose),
            properties.directory().resolve(".limbeck").resolve("cache"))
        : null;
  }

  private static ScannerSettings settings(LimbeckProperties properties, boolean verbose) {
    List<Path> classPath = properties.paths(ConfigurationKey.ENTITIES_CLASSPATH);
    if (classPath.isEmpty()) {
      throw new LimbeckException(
          "LMB-102",
          "This command needs entities, and none are configured.\n  Set entities.classpath in "
              + properties.file()
              + ".");
    }
    return ScannerSettings.builder()
        .classPath(classPath)
        .packages(properties.list(ConfigurationKey.ENTITIES_PACKAGES))
        .classes(properties.list(ConfigurationKey.ENTITIES_CLASSES))
        .mappingFiles(properties.list(ConfigurationKey.ENTITIES_MAPPING_FILES))
        .persistenceUnit(properties.text(ConfigurationKey.ENTITIES_PERSISTENCE_UNIT))
        .properties(properties.hibernate())
        .propertiesOrigin(requireNonNull(properties.file().getFileName(), "file name").toString())
        .bundledHibernate(jars("hibernate"))
        .communityDialects(jars("hibernate-dialects"))
        .sources(properties.paths(ConfigurationKey.ENTITIES_SOURCES))
        .verbose(verbose)
        .build();
  }

  /** The jars that the distribution carries; none where Limbeck runs from elsewhere. */
  private static List<Path> jars(String name) {
    String home = System.getProperty(HOME);
    if (home == null) {
      return List.of();
    }
    Path directory = Path.of(home, "lib", name);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-103", "The Hibernate of Limbeck cannot be listed: " + directory + "\n  " + e, e);
    }
  }
}
