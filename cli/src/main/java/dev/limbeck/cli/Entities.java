package dev.limbeck.cli;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
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

/** The entities that the settings name; loads the scanner. */
final class Entities {

  /** What a line of {@link EntityModel#skipped()} begins with that people should see. */
  static final String WARNING = "warning: ";

  private static final String HOME = "limbeck.home";

  private Entities() {}

  /**
   * Where they come from: what an earlier scan found is kept beside the settings, unless these say
   * {@code entities.cache=false}.
   *
   * @param fresh true to scan in any case
   * @throws LimbeckException LMB-102 where no class path is configured
   */
  static EntitySource source(LimbeckProperties properties, boolean verbose, boolean fresh) {
    ScannerSettings settings = settings(properties, verbose);
    if (!properties.flag(ConfigurationKey.ENTITIES_CACHE, true)) {
      return new EntityScanner(settings);
    }
    CachedEntities cached =
        new CachedEntities(settings, properties.directory().resolve(".limbeck").resolve("cache"));
    return fresh ? cached.scanning() : cached;
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
