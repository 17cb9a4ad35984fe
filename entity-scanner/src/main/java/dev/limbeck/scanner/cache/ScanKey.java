package dev.limbeck.scanner.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.scanner.ScannerSettings;
import dev.limbeck.source.Digest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a scan depends on, in one name for a file.
 *
 * @param contents what is known without a database, as hexadecimal digits
 */
record ScanKey(String contents) {

  /** What Hibernate and Jakarta Persistence take from the system properties. */
  private static final List<String> READ =
      List.of("hibernate.", "jakarta.persistence.", "org.hibernate.");

  /** The key for the present contents; null where something cannot be read. */
  static @Nullable ScanKey of(ScannerSettings settings, List<String> dialects) {
    try {
      List<String> parts = new ArrayList<>();
      add(parts, "runtime", List.of(Runtime.version().toString()));
      add(parts, "limbeck", contents(limbeck()));
      add(parts, "dialects", dialects);
      add(parts, "packages", settings.packages());
      add(parts, "classes", settings.classes());
      add(parts, "mapping files", settings.mappingFiles());
      add(parts, "unit", List.of(String.valueOf(settings.persistenceUnit())));
      add(parts, "origin", List.of(settings.propertiesOrigin()));
      settings.properties().forEach((name, value) -> add(parts, "property", List.of(name, value)));
      system().forEach((name, value) -> add(parts, "system property", List.of(name, value)));
      add(parts, "class path", contents(settings.classPath()));
      add(parts, "Hibernate", contents(hibernate(settings)));
      add(parts, "sources", ages(settings.sources()));
      return new ScanKey(digest(String.join("\n", parts)));
    } catch (IOException | UncheckedIOException | URISyntaxException e) {
      System.getLogger(ScanKey.class.getName())
          .log(System.Logger.Level.DEBUG, "Nothing is kept of this scan", e);
      return null;
    }
  }

  /** The name for a scan on databases of these versions; it begins with the contents. */
  String name(Map<String, Integer> majorVersions) {
    return contents + "-" + digest(new TreeMap<>(majorVersions).toString()).substring(0, 8);
  }

  private static String digest(String text) {
    return Digest.hex(text.getBytes(UTF_8));
  }

  private static void add(List<String> parts, String name, List<String> values) {
    parts.add(name + " " + values.size());
    parts.addAll(values);
  }

  private static List<String> contents(List<Path> paths) throws IOException {
    List<String> contents = new ArrayList<>();
    for (Path path : paths) {
      contents.add(path + " " + ClassPathContent.of(path));
    }
    return contents;
  }

  /** Where the engine and the scanner come from; not in a jar inside another one. */
  private static List<Path> limbeck() throws IOException, URISyntaxException {
    List<Path> places = new ArrayList<>();
    for (Class<?> type : List.of(DatabaseModel.class, ScanKey.class)) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null || !source.getLocation().getProtocol().equals("file")) {
        throw new IOException("The place of " + type.getName() + " is no file: " + source);
      }
      places.add(Path.of(source.getLocation().toURI()));
    }
    return places;
  }

  private static List<Path> hibernate(ScannerSettings settings) {
    List<Path> jars = new ArrayList<>(settings.bundledHibernate());
    jars.addAll(settings.communityDialects());
    if (settings.bundledHibernate().isEmpty()) {
      for (String path : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
        jars.add(Path.of(path));
      }
    }
    return jars;
  }

  private static Map<String, String> system() {
    Map<String, String> read = new TreeMap<>();
    Properties properties = System.getProperties();
    for (String name : properties.stringPropertyNames()) {
      if (READ.stream().anyMatch(name::startsWith)) {
        read.put(name, properties.getProperty(name));
      }
    }
    return read;
  }

  /** How old each source is: a class that is older than its source is warned of. */
  private static List<String> ages(List<Path> directories) throws IOException {
    List<String> ages = new ArrayList<>();
    for (Path directory : directories) {
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
            ages.add(file + " " + Files.getLastModifiedTime(file));
          }
        }
      }
    }
    return ages;
  }
}
