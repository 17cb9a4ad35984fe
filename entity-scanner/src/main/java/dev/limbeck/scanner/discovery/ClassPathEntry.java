package dev.limbeck.scanner.discovery;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An opened class directory or jar. */
public final class ClassPathEntry implements AutoCloseable {
  private final Path location;
  private final Path root;
  private final @Nullable FileSystem jar;

  private ClassPathEntry(Path location, Path root, @Nullable FileSystem jar) {
    this.location = requireNonNull(location, "location");
    this.root = requireNonNull(root, "root");
    this.jar = jar;
  }

  /**
   * Opens a directory or jar.
   *
   * @throws LimbeckException LMB-117 where it is neither
   */
  public static ClassPathEntry open(Path location) {
    if (Files.isDirectory(location)) {
      return new ClassPathEntry(location, location, null);
    }
    if (!Files.exists(location)) {
      throw new LimbeckException(
          "LMB-117",
          "The class path names "
              + location
              + ", which does not exist.\n  Compile the project first, or correct the class path.");
    }
    try {
      FileSystem jar = FileSystems.newFileSystem(location, (ClassLoader) null);
      return new ClassPathEntry(location, jar.getPath("/"), jar);
    } catch (IOException | java.nio.file.ProviderNotFoundException e) {
      throw new LimbeckException(
          "LMB-117",
          "The class path names "
              + location
              + ", which is neither a directory nor a readable jar.\n  "
              + e,
          e);
    }
  }

  /** The directory or jar file. */
  public Path location() {
    return location;
  }

  public boolean isJar() {
    return jar != null;
  }

  /** The file of a resource such as {@code META-INF/persistence.xml}, or null. */
  public @Nullable Path resource(String name) {
    Path file = root.resolve(name);
    return Files.isRegularFile(file) ? file : null;
  }

  /** The class files, those for other versions of Java left out, in the order of their names. */
  public List<Path> classFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !root.relativize(file).startsWith("META-INF"))
          .filter(file -> !file.getFileName().toString().equals("module-info.class"))
          .sorted()
          .toList();
    }
  }

  /** The version in the manifest, or null. */
  public @Nullable String implementationVersion() throws IOException {
    Path file = resource("META-INF/MANIFEST.MF");
    if (file == null) {
      return null;
    }
    try (var in = Files.newInputStream(file)) {
      return new Manifest(in).getMainAttributes().getValue("Implementation-Version");
    }
  }

  @Override
  public void close() {
    if (jar != null) {
      try {
        jar.close();
      } catch (IOException e) {
        throw new LimbeckException("LMB-117", location + " cannot be closed: " + e, e);
      }
    }
  }
}
