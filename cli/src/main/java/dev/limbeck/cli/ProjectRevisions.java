package dev.limbeck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RevisionPrinter;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.autogenerate.SourceRevisionWriter;
import dev.limbeck.codegen.JavaRevisionPrinter;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.source.ClasspathRevisions;
import dev.limbeck.source.HeaderTemplate;
import dev.limbeck.source.NameTemplate;
import dev.limbeck.source.RevisionFiles;
import dev.limbeck.source.RevisionSource;
import dev.limbeck.source.SourceDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that the settings name: of directories of sources where such are configured and
 * there, else of packages on the class path.
 *
 * <p>{@code revisions.directory} is the directory of the files, or, with {@code revisions.package},
 * the one in which packages begin. Both may be lists: several directories have one package, or each
 * its own, in the same order.
 */
final class ProjectRevisions implements AutoCloseable {
  private final RevisionSource source;
  private final @Nullable RevisionWriter writer;
  private final List<AutoCloseable> open;

  private ProjectRevisions(
      RevisionSource source, @Nullable RevisionWriter writer, List<AutoCloseable> open) {
    this.source = source;
    this.writer = writer;
    this.open = open;
  }

  /**
   * @throws LimbeckException LMB-102 where none are configured
   */
  static ProjectRevisions of(LimbeckProperties properties, ProjectHooks hooks) {
    List<Path> directories = properties.paths(ConfigurationKey.REVISIONS_DIRECTORY);
    List<String> packages = properties.list(ConfigurationKey.REVISIONS_PACKAGE);
    List<Path> classPath = classPath(properties);
    if (directories.isEmpty()) {
      if (packages.isEmpty()) {
        throw notConfigured(properties);
      }
      URLClassLoader loader = loader(classPath);
      return new ProjectRevisions(
          ClasspathRevisions.inPackages(loader, packages), null, List.of(loader));
    }
    List<RevisionFiles> locations = locations(properties, directories, packages);
    SourceDirectory sources =
        new SourceDirectory(
            locations.stream().map(RevisionFiles::directory).distinct().toList(),
            classPath,
            properties.directory().resolve(".limbeck").resolve("cache"));
    RevisionWriter writer =
        new SourceRevisionWriter(sources, locations, locations.get(0), printer(properties, hooks));
    boolean there = locations.stream().anyMatch(each -> Files.isDirectory(each.directory()));
    if (packages.isEmpty() || there) {
      return new ProjectRevisions(sources, writer, List.of(sources));
    }
    URLClassLoader loader = loader(classPath);
    ClasspathRevisions classes = ClasspathRevisions.inPackages(loader, packages);
    // Without classes it is a project before its first revision, or one with a mistake in its path.
    return classes.isEmpty()
        ? new ProjectRevisions(sources, writer, List.of(sources, loader))
        : new ProjectRevisions(classes, writer, List.of(sources, loader));
  }

  /** What revisions and hooks are run with. */
  static List<Path> classPath(LimbeckProperties properties) {
    List<Path> own = properties.paths(ConfigurationKey.REVISIONS_CLASSPATH);
    return own.isEmpty() ? properties.paths(ConfigurationKey.ENTITIES_CLASSPATH) : own;
  }

  private static List<RevisionFiles> locations(
      LimbeckProperties properties, List<Path> directories, List<String> packages) {
    if (packages.size() > 1 && packages.size() != directories.size()) {
      throw new LimbeckException(
          "LMB-253",
          "There are "
              + directories.size()
              + " directories of revisions and "
              + packages.size()
              + " packages.\n  "
              + properties.where(ConfigurationKey.REVISIONS_PACKAGE)
              + "   revisions.package="
              + String.join(",", packages)
              + "\n  Name one package for all, or one for each directory, in the same order.");
    }
    Integer slugLength = properties.count(ConfigurationKey.REVISIONS_SLUG_LENGTH);
    NameTemplate names =
        NameTemplate.of(
            requireNonNullElse(
                properties.text(ConfigurationKey.REVISIONS_NAME), NameTemplate.STANDARD),
            requireNonNullElse(slugLength, NameTemplate.STANDARD_SLUG_LENGTH),
            properties.zone(ConfigurationKey.REVISIONS_TIMEZONE),
            properties.where(ConfigurationKey.REVISIONS_NAME));
    List<RevisionFiles> locations = new ArrayList<>();
    for (int i = 0; i < directories.size(); i++) {
      String packageName = packages.isEmpty() ? "" : packages.get(Math.min(i, packages.size() - 1));
      locations.add(location(directories.get(i), packageName, names));
    }
    return locations;
  }

  /**
   * Loads JavaPoet and reads the header only when a revision is written: commands that only list
   * revisions need no printer, and the header's file may be missing.
   */
  private static RevisionPrinter printer(LimbeckProperties properties, ProjectHooks hooks) {
    return draft -> {
      HeaderTemplate header = header(properties);
      String source = new JavaRevisionPrinter(type -> hooks.get().render(type)).print(draft);
      return header == null
          ? source
          : header.above(source, draft.id(), Instant.parse(draft.created()));
    };
  }

  private static @Nullable HeaderTemplate header(LimbeckProperties properties) {
    ZoneId zone = properties.zone(ConfigurationKey.REVISIONS_TIMEZONE);
    String text = properties.text(ConfigurationKey.REVISIONS_HEADER);
    if (text != null) {
      return HeaderTemplate.of(text, zone, properties.where(ConfigurationKey.REVISIONS_HEADER));
    }
    Path file = properties.path(ConfigurationKey.REVISIONS_HEADER_FILE);
    if (file == null) {
      return null;
    }
    try {
      return HeaderTemplate.of(Files.readString(file, UTF_8), zone, file.toString());
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-252",
          "The header of revisions cannot be read.\n  "
              + properties.where(ConfigurationKey.REVISIONS_HEADER_FILE)
              + "   "
              + file
              + "\n  "
              + e,
          e);
    }
  }

  private static LimbeckException notConfigured(LimbeckProperties properties) {
    return new LimbeckException(
        "LMB-102",
        "This command needs revisions, and no place for them is configured.\n"
            + "  Set revisions.directory or revisions.package in "
            + properties.file()
            + ".");
  }

  private static RevisionFiles location(Path directory, String packageName, NameTemplate names) {
    Path inRoot = Path.of(packageName.replace('.', '/'));
    if (packageName.isEmpty() || !directory.endsWith(inRoot)) {
      return new RevisionFiles(directory, packageName, names);
    }
    Path root = directory;
    for (int i = 0; i < inRoot.getNameCount(); i++) {
      root = root == null ? null : root.getParent();
    }
    return new RevisionFiles(root == null ? directory : root, packageName, names);
  }

  private static URLClassLoader loader(List<Path> classPath) {
    List<URL> urls = new ArrayList<>();
    for (Path path : classPath) {
      try {
        urls.add(path.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new LimbeckException("LMB-106", "Not a path of classes: " + path, e);
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ProjectRevisions.class.getClassLoader());
  }

  RevisionSource source() {
    return source;
  }

  /**
   * @throws LimbeckException LMB-281 where revisions are files and a directory of theirs does not
   *     exist
   */
  void requireDirectory() {
    if (source instanceof SourceDirectory sources) {
      List<Path> missing =
          sources.directories().stream().filter(each -> !Files.isDirectory(each)).toList();
      if (!missing.isEmpty()) {
        throw new LimbeckException(
            "LMB-281",
            "The directory of revisions does not exist.\n  "
                + missing.stream().map(Path::toString).collect(joining("\n  "))
                + "\n  Correct revisions.directory (and revisions.package). Before the first revision"
                + " there is nothing to apply: `limbeck revision` makes the directory.");
      }
    }
  }

  /** Where the revisions are, as people read it. */
  String place(Function<Path, String> shown) {
    return source instanceof SourceDirectory sources
        ? sources.directories().stream().map(shown).collect(joining(", "))
        : "the packages of the class path";
  }

  /** Writes new revisions; null where no directory for them is configured. */
  @Nullable RevisionWriter writer() {
    return writer;
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
