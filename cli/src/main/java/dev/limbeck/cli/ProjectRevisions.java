package dev.limbeck.cli;

import static java.util.Objects.requireNonNullElse;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.autogenerate.SourceRevisionWriter;
import dev.limbeck.codegen.JavaRevisionPrinter;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.source.ClasspathRevisions;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that the settings name: of a directory of sources where one is configured and
 * there, else of a package on the class path.
 *
 * <p>{@code revisions.directory} is the directory of the files, or, with {@code revisions.package},
 * the one in which packages begin.
 */
final class ProjectRevisions implements AutoCloseable {
  private final RevisionSource source;
  private final @Nullable RevisionFiles files;
  private final @Nullable SourceDirectory sources;
  private final List<AutoCloseable> open;

  private ProjectRevisions(
      RevisionSource source,
      @Nullable RevisionFiles files,
      @Nullable SourceDirectory sources,
      List<AutoCloseable> open) {
    this.source = source;
    this.files = files;
    this.sources = sources;
    this.open = open;
  }

  /**
   * @throws LimbeckException LMB-102 where none are configured
   */
  static ProjectRevisions of(LimbeckProperties properties) {
    Path directory = properties.path(ConfigurationKey.REVISIONS_DIRECTORY);
    String packageName = properties.text(ConfigurationKey.REVISIONS_PACKAGE);
    List<Path> classPath = properties.paths(ConfigurationKey.REVISIONS_CLASSPATH);
    if (classPath.isEmpty()) {
      classPath = properties.paths(ConfigurationKey.ENTITIES_CLASSPATH);
    }
    if (directory == null) {
      if (packageName == null) {
        throw notConfigured(properties);
      }
      URLClassLoader loader = loader(classPath);
      return new ProjectRevisions(inPackage(loader, packageName), null, null, List.of(loader));
    }
    RevisionFiles files = files(directory, requireNonNullElse(packageName, ""));
    SourceDirectory sources =
        new SourceDirectory(
            List.of(files.directory()),
            classPath,
            properties.directory().resolve(".limbeck").resolve("cache"));
    if (packageName == null || Files.isDirectory(files.directory())) {
      return new ProjectRevisions(sources, files, sources, List.of(sources));
    }
    URLClassLoader loader = loader(classPath);
    return new ProjectRevisions(
        inPackage(loader, packageName), files, sources, List.of(sources, loader));
  }

  private static RevisionSource inPackage(ClassLoader loader, String packageName) {
    return ClasspathRevisions.inPackages(loader, List.of(packageName));
  }

  private static LimbeckException notConfigured(LimbeckProperties properties) {
    return new LimbeckException(
        "LMB-102",
        "This command needs revisions, and no place for them is configured.\n"
            + "  Set revisions.directory or revisions.package in "
            + properties.file()
            + ".");
  }

  private static RevisionFiles files(Path directory, String packageName) {
    Path inRoot = Path.of(packageName.replace('.', '/'));
    if (packageName.isEmpty() || !directory.endsWith(inRoot)) {
      return new RevisionFiles(directory, packageName);
    }
    Path root = directory;
    for (int i = 0; i < inRoot.getNameCount(); i++) {
      root = root == null ? null : root.getParent();
    }
    return new RevisionFiles(root == null ? directory : root, packageName);
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

  /** Writes new revisions; null where no directory for them is configured. */
  @Nullable RevisionWriter writer() {
    return files == null || sources == null
        ? null
        : new SourceRevisionWriter(sources, files, draft -> new JavaRevisionPrinter().print(draft));
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
