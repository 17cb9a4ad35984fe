package dev.limbeck.scanner.discovery;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which classes are older than their sources. */
final class StaleClasses {
  private StaleClasses() {}

  /** A warning for each class whose source was changed after it was compiled. */
  static List<String> warnings(
      Collection<ManagedClass> classes, List<Path> sources, List<ClassPathEntry> entries) {
    List<String> warnings = new ArrayList<>();
    for (ManagedClass each : classes) {
      Path source = source(each, sources);
      Path compiled = compiled(each, entries);
      if (source != null && compiled != null && isNewer(source, compiled)) {
        warnings.add(
            "warning: " + each.name() + " is older than its source " + source + ": compile first");
      }
    }
    return warnings;
  }

  private static @Nullable Path source(ManagedClass each, List<Path> sources) {
    for (Path directory : sources) {
      Path file = directory.resolve(path(each).split("\\$", 2)[0] + ".java");
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }

  private static @Nullable Path compiled(ManagedClass each, List<ClassPathEntry> entries) {
    for (ClassPathEntry entry : entries) {
      if (entry.location().equals(each.location())) {
        return entry.resource(path(each) + ".class");
      }
    }
    return null;
  }

  private static String path(ManagedClass each) {
    String path = each.name().replace('.', '/');
    return each.role() == ManagedClass.Role.PACKAGE ? path + "/package-info" : path;
  }

  private static boolean isNewer(Path source, Path compiled) {
    try {
      return Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0;
    } catch (IOException e) {
      throw new LimbeckException("LMB-117", "The age of " + source + " cannot be read: " + e, e);
    }
  }
}
