package dev.limbeck.scanner.loading;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.scanner.ScannerSettings;
import dev.limbeck.scanner.discovery.ClassPathEntry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which Hibernate reads the entities, and with which jars.
 *
 * @param paths the whole class path: the user's and what is added to it, in order
 * @param version the version of Hibernate, as its manifest has it
 * @param origin where it comes from, as reports name it
 */
public record HibernateJars(List<Path> paths, String version, String origin) {
  private static final String BUNDLED = "bundled with Limbeck";
  private static final String CORE = "org/hibernate/boot/MetadataSources.class";
  private static final String COMMUNITY = "org/hibernate/community/dialect/SQLiteDialect.class";

  public HibernateJars {
    paths = List.copyOf(paths);
    requireNonNull(version, "version");
    requireNonNull(origin, "origin");
  }

  /** True for the one that Limbeck carries, which lacks nothing. */
  public boolean isBundled() {
    return origin.equals(BUNDLED);
  }

  /**
   * The user's Hibernate where there is one, else the bundled one, else the one of the class path
   * that runs Limbeck.
   *
   * @param user the user's class path, opened
   * @param settings the bundled Hibernate, and community dialects for others
   * @param needsCommunity true where a dialect is wanted that is not in Hibernate's core
   * @throws LimbeckException LMB-113 where there is no Hibernate, or no such dialect for it
   */
  public static HibernateJars choose(
      List<ClassPathEntry> user, ScannerSettings settings, boolean needsCommunity) {
    List<Path> bundled = coreFirst(settings.bundledHibernate());
    List<Path> userPaths = user.stream().map(ClassPathEntry::location).toList();
    Found own = find(user, CORE);
    if (own != null) {
      requireSupported(own.version);
      List<Path> paths = new ArrayList<>(userPaths);
      if (needsCommunity && find(user, COMMUNITY) == null) {
        paths.add(communityDialects(own.version, settings));
      }
      return new HibernateJars(paths, own.version, own.location.toString());
    }
    List<Path> added = bundled.isEmpty() ? runningClassPath() : bundled;
    // The bundled one before the user's jars: an older API among them, such as Jakarta Persistence,
    // would break it. What runs Limbeck after them: it may hold the same classes in another state.
    Set<Path> paths = new LinkedHashSet<>(bundled.isEmpty() ? userPaths : bundled);
    paths.addAll(bundled.isEmpty() ? added : userPaths);
    Found found = find(added);
    if (found == null) {
      throw new LimbeckException(
          "LMB-113",
          "There is no Hibernate, neither on the class path nor bundled with Limbeck."
              + "\n  Add org.hibernate.orm:hibernate-core with all that it needs to the class"
              + " path.");
    }
    return new HibernateJars(
        List.copyOf(paths),
        found.version,
        bundled.isEmpty() ? "the class path of Limbeck" : BUNDLED);
  }

  private record Found(Path location, String version) {}

  private static @Nullable Found find(List<ClassPathEntry> entries, String resource) {
    for (ClassPathEntry entry : entries) {
      if (entry.resource(resource) != null) {
        return new Found(entry.location(), version(entry));
      }
    }
    return null;
  }

  private static @Nullable Found find(List<Path> paths) {
    for (Path path : coreFirst(paths)) {
      try (ClassPathEntry entry = ClassPathEntry.open(path)) {
        Found found = find(List.of(entry), CORE);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** To open a jar takes milliseconds, and each class is looked for in one after the other. */
  private static List<Path> coreFirst(List<Path> paths) {
    return paths.stream()
        .sorted(Comparator.comparing(path -> !path.toString().contains("hibernate-core")))
        .toList();
  }

  private static String version(ClassPathEntry entry) {
    try {
      String version = entry.implementationVersion();
      return version == null ? "unknown" : version;
    } catch (IOException e) {
      throw new LimbeckException("LMB-117", entry.location() + " cannot be read: " + e, e);
    }
  }

  private static void requireSupported(String version) {
    if (isOlder(version)) {
      throw new LimbeckException(
          "LMB-113",
          "The Hibernate on the class path is "
              + version
              + ".\n  Limbeck reads entities through Hibernate ORM 6.6 and 7: leave the older one out"
              + " of the class path that Limbeck is given, and the bundled one reads them.");
    }
  }

  /** True before 6.6. A version that says nothing is tried. */
  private static boolean isOlder(String version) {
    String[] parts = version.split("[.-]", 3);
    if (parts.length < 2 || !isNumber(parts[0]) || !isNumber(parts[1])) {
      return false;
    }
    int major = Integer.parseInt(parts[0]);
    return major < 6 || (major == 6 && Integer.parseInt(parts[1]) < 6);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Path communityDialects(String version, ScannerSettings settings) {
    Set<String> lines = new LinkedHashSet<>();
    for (Path path : concat(settings.communityDialects(), settings.bundledHibernate())) {
      try (ClassPathEntry entry = ClassPathEntry.open(path)) {
        if (entry.resource(COMMUNITY) != null) {
          String line = line(version(entry));
          if (line.equals(line(version))) {
            return path;
          }
          lines.add(line);
        }
      }
    }
    throw new LimbeckException(
        "LMB-113",
        "The Hibernate "
            + version
            + " on the class path has no dialect for SQLite."
            + (lines.isEmpty()
                ? ""
                : "\n  Limbeck brings those of Hibernate " + String.join(", ", lines) + ".")
            + "\n  Add org.hibernate.orm:hibernate-community-dialects:"
            + version
            + " to the class path, or leave sqlite out of the dialects.");
  }

  private static List<Path> concat(List<Path> first, List<Path> second) {
    List<Path> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Major and minor version: within them core and community dialects fit each other. */
  private static String line(String version) {
    String[] parts = version.split("\\.", 3);
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  private static List<Path> runningClassPath() {
    List<Path> paths = new ArrayList<>();
    for (String path : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      if (!path.isEmpty() && Files.exists(Path.of(path))) {
        paths.add(Path.of(path).toAbsolutePath());
      }
    }
    return paths;
  }
}
