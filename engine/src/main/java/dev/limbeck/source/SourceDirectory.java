package dev.limbeck.source;

import dev.limbeck.LaterWork;
import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as {@code .java} files in directories and their subdirectories. Their headers are read
 * without compiling anything; {@link #load} compiles what it is asked for in this process.
 *
 * <p>Other files in the directories are helpers: a revision may use them. A file that is named as a
 * revision and holds none is damaged. Loaded migrations keep files of the class path open until
 * this is closed, and what was compiled is kept for the next time by then.
 */
public final class SourceDirectory implements RevisionSource, AutoCloseable {
  private static final String SUFFIX = ".java";

  /** What {@link NameTemplate#STANDARD} gives. */
  private static final Pattern STANDARD_NAME = Pattern.compile("R\\d{8}_\\d{4}(_.*)?");

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path file) -> file.getFileName().toString())
          .thenComparing(Comparator.naturalOrder());

  private final List<Path> directories;
  private final List<Path> classPath;
  private final Path cacheDirectory;
  private final List<RevisionClassLoader> loaders = new ArrayList<>();
  private final LaterWork later = new LaterWork();
  private @Nullable HeaderIndex latestIndex;

  /**
   * @param directories where the files are; one that does not exist holds none
   * @param classPath what revisions are compiled and run against beside the engine; empty for the
   *     class path of this process
   * @param cacheDirectory what may be kept for the next time; it need not exist
   */
  public SourceDirectory(List<Path> directories, List<Path> classPath, Path cacheDirectory) {
    this.directories = directories.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    this.classPath = classPath.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    this.cacheDirectory = cacheDirectory.toAbsolutePath().normalize();
  }

  /** The directories, as absolute paths. */
  public List<Path> directories() {
    return directories;
  }

  /** A revision's header and the hash of its file. */
  private record Indexed(RevisionHeader header, String hash) {}

  @Override
  public List<RevisionHeader> headers() {
    return indexed().stream().map(Indexed::header).toList();
  }

  @Override
  public Map<String, ContentHash> hashes(Collection<RevisionNode> revisions) {
    Map<String, ContentHash> hashes = new HashMap<>();
    for (Indexed each : MigrationLoading.of(revisions, indexed(), Indexed::header)) {
      hashes.put(each.header.id(), new ContentHash(ContentHash.Kind.SOURCE, each.hash));
    }
    return hashes;
  }

  private List<Indexed> indexed() {
    HeaderIndex index =
        latestIndex == null
            ? HeaderIndex.open(cacheDirectory.resolve("revisions.index"))
            : latestIndex.again();
    List<Indexed> found = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Path file : files()) {
      try {
        RevisionHeader header = index.header(file);
        if (header != null) {
          found.add(new Indexed(header, index.hash(file)));
        } else if (isNamedAsRevision(file)) {
          broken.add(file + "   it is named as a revision, and holds none: there is no @Revision");
        }
      } catch (JavaSyntaxException e) {
        broken.add(file + ":" + e.line() + "   " + e.getMessage());
      } catch (IOException e) {
        broken.add(file + "   cannot be read: " + e);
      }
    }
    if (!broken.isEmpty()) {
      throw new LimbeckException(
          "LMB-201",
          "A file cannot be read as a revision.\n  "
              + String.join("\n  ", broken)
              + "\n  A revision is a UTF-8 file whose @Revision has literals as values, since it is read"
              + " without compiling."
              + "\n  Bring a damaged file back from version control.");
    }
    index.save();
    latestIndex = index;
    return List.copyOf(found);
  }

  /** True for a file that only a revision would have such a name or such a neighbour as. */
  private static boolean isNamedAsRevision(Path file) {
    String name = file.getFileName().toString();
    String className = name.substring(0, name.length() - SUFFIX.length());
    return STANDARD_NAME.matcher(className).matches()
        || Files.exists(file.resolveSibling(className + MappingDelta.SUFFIX));
  }

  /** In the order of their names: those of revisions begin with the time. */
  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        continue;
      }
      try (Stream<Path> found =
          Files.find(
              directory,
              Integer.MAX_VALUE,
              (file, attributes) ->
                  isSource(file)
                      && (attributes.isRegularFile()
                          || attributes.isSymbolicLink() && Files.isRegularFile(file)))) {
        found.forEach(files::add);
      } catch (IOException | UncheckedIOException e) {
        throw new LimbeckException(
            "LMB-201", "The directory of revisions cannot be read: " + directory + "\n  " + e, e);
      }
    }
    return files.stream().distinct().sorted(BY_NAME).toList();
  }

  /** Names that begin with a dot are no names of classes: editors and archivers leave such. */
  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.startsWith(".");
  }

  @Override
  public Map<String, Migration> load(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : loaded(MigrationLoading.withIds(ids, indexed(), Indexed::header));
  }

  @Override
  public Map<String, Migration> migrations(Collection<RevisionNode> revisions) {
    return revisions.isEmpty()
        ? Map.of()
        : loaded(MigrationLoading.of(revisions, indexed(), Indexed::header));
  }

  private Map<String, Migration> loaded(List<Indexed> revisions) {
    List<RevisionHeader> headers = revisions.stream().map(Indexed::header).toList();
    Map<Path, Path> roots = new LinkedHashMap<>();
    Map<Path, String> hashes = new HashMap<>();
    for (Indexed each : revisions) {
      Path file = Path.of(each.header.origin());
      roots.put(file, root(file, each.header.className()));
      hashes.put(file, each.hash);
    }
    // What was compiled before is kept by then.
    later.await();
    Map<String, byte[]> classes =
        new RevisionCompiler(directories, classPath, cacheDirectory.resolve("classes"), later)
            .classes(roots, hashes);
    RevisionClassLoader loader =
        new RevisionClassLoader(classes, urls(), Migration.class.getClassLoader());
    loaders.add(loader);
    Map<String, Migration> migrations = new LinkedHashMap<>();
    for (RevisionHeader header : headers) {
      Class<?> type = MigrationLoading.load(header.className(), loader);
      migrations.put(header.id(), MigrationLoading.create(type));
    }
    return migrations;
  }

  @Override
  public SortedMap<String, String> mapping(List<String> ids) {
    return MappingDelta.sum(ids, MappingDelta.readAll(directories));
  }

  @Override
  public Map<String, String> hibernateVersions() {
    Map<String, String> versions = new LinkedHashMap<>();
    MappingDelta.readAll(directories)
        .forEach(
            (id, delta) -> {
              if (delta.hibernate() != null) {
                versions.put(id, delta.hibernate());
              }
            });
    return versions;
  }

  /** Where the packages begin; the file's directory where it does not stand in its package's. */
  private static Path root(Path file, String className) {
    String inRoot = className.replace('.', '/') + ".java";
    Path root = file.getParent();
    for (int i = Path.of(inRoot).getNameCount(); i > 1; i--) {
      root = root == null ? null : root.getParent();
    }
    return file.endsWith(Path.of(inRoot)) && root != null ? root : file.getParent();
  }

  private URL[] urls() {
    return classPath.stream().map(SourceDirectory::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the loading of further classes by the migrations that were loaded. */
  @Override
  public void close() {
    later.close();
    for (RevisionClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    loaders.clear();
  }
}
