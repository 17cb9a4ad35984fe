package dev.limbeck.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files of one run of the compiler: keeps the classes in memory, by the source that they come
 * from, and remembers which files of the class path were read.
 */
final class TrackedFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final List<Path> sourceDirectories;
  private final Map<Path, Map<String, ByteArrayOutputStream>> classes = new LinkedHashMap<>();
  private final Set<Path> read = new LinkedHashSet<>();

  /**
   * @param sourceDirectories where sources may be taken from that nobody asked for; the source path
   *     may be wider, since it begins where packages do
   */
  TrackedFiles(StandardJavaFileManager files, List<Path> sourceDirectories) {
    super(files);
    this.sourceDirectories = List.copyOf(sourceDirectories);
  }

  /** The classes, by the source file that they come from. */
  Map<Path, Map<String, byte[]>> classes() {
    Map<Path, Map<String, byte[]>> all = new LinkedHashMap<>();
    classes.forEach(
        (source, compiled) -> {
          Map<String, byte[]> bytes = new LinkedHashMap<>();
          compiled.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
          all.put(source, bytes);
        });
    return all;
  }

  /** The files of the class path that the compiler read: class files and archives. */
  Set<Path> read() {
    return read;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
    if (location == StandardLocation.SOURCE_PATH) {
      List<JavaFileObject> ours = new ArrayList<>();
      for (JavaFileObject file : found) {
        Path path = fileManager.asPath(file);
        if (sourceDirectories.stream().anyMatch(path::startsWith)) {
          ours.add(new MarklessSource(file));
        }
      }
      return ours;
    }
    if (location == StandardLocation.CLASS_PATH) {
      List<JavaFileObject> tracked = new ArrayList<>();
      found.forEach(file -> tracked.add(new TrackedFile(file)));
      return tracked;
    }
    return found;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return super.inferBinaryName(location, (JavaFileObject) original(file));
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return super.isSameFile(original(a), original(b));
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return super.contains(location, original(file));
  }

  private static FileObject original(FileObject file) {
    return file instanceof Wrapped wrapped ? wrapped.original() : file;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    Path source = fileManager.asPath(original(sibling));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    classes.computeIfAbsent(source, key -> new LinkedHashMap<>()).put(className, bytes);
    URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(uri, kind) {
      @Override
      public OutputStream openOutputStream() {
        return bytes;
      }
    };
  }

  /** The sources, as the compiler is to read them. */
  List<JavaFileObject> sources(Collection<Path> sources) {
    List<JavaFileObject> files = new ArrayList<>();
    fileManager
        .getJavaFileObjectsFromPaths(sources)
        .forEach(file -> files.add(new MarklessSource(file)));
    return files;
  }

  /** A file as the file manager that this one forwards to knows it. */
  private abstract static class Wrapped extends ForwardingJavaFileObject<JavaFileObject> {
    Wrapped(JavaFileObject file) {
      super(file);
    }

    final JavaFileObject original() {
      return fileObject;
    }
  }

  /** A source without the byte order mark that the compiler would refuse. */
  private static final class MarklessSource extends Wrapped {
    MarklessSource(JavaFileObject file) {
      super(file);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return SourceText.withoutMark(super.getCharContent(ignoreEncodingErrors));
    }
  }

  private final class TrackedFile extends Wrapped {
    TrackedFile(JavaFileObject file) {
      super(file);
    }

    /** Goes by paths: the URIs of archives are not escaped alike in all versions of Java. */
    @Override
    public InputStream openInputStream() throws IOException {
      String scheme = toUri().getScheme();
      if (scheme.equals("jar")) {
        read.add(Path.of(fileManager.asPath(original()).getFileSystem().toString()));
      } else if (scheme.equals("file")) {
        read.add(fileManager.asPath(original()));
      }
      return super.openInputStream();
    }
  }
}
