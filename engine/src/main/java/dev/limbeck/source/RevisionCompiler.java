package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles revisions in this process: those that are asked for, and what they need of the source
 * directories. Classes are kept by content; what did not change is not compiled again, and needs no
 * compiler.
 */
final class RevisionCompiler {
  private static final int MOST_ERRORS = 20;

  private final List<Path> directories;
  private final List<Path> classPath;
  private final Path cacheDirectory;

  RevisionCompiler(List<Path> directories, List<Path> classPath, Path cacheDirectory) {
    this.directories = List.copyOf(directories);
    this.classPath = List.copyOf(classPath);
    this.cacheDirectory = cacheDirectory;
  }

  /**
   * The class files of these sources and of what they need, by binary name.
   *
   * @param roots the directory in which the packages of each source begin
   * @param hashes the hash of each source, as {@link Digest} has it
   * @throws LimbeckException LMB-202 without a compiler, LMB-203 where a source does not compile
   */
  Map<String, byte[]> classes(Map<Path, Path> roots, Map<Path, String> hashes) {
    CompilationCache cache = new CompilationCache(cacheDirectory, hashes);
    Map<String, byte[]> classes = new LinkedHashMap<>();
    List<Path> missing = new ArrayList<>();
    for (Path source : roots.keySet()) {
      Map<String, byte[]> known = cache.classes(source);
      if (known == null) {
        missing.add(source);
      } else {
        classes.putAll(known);
      }
    }
    if (!missing.isEmpty()) {
      try {
        classes.putAll(compile(missing, new LinkedHashSet<>(roots.values()), cache));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return classes;
  }

  private Map<String, byte[]> compile(
      List<Path> sources, Collection<Path> roots, CompilationCache cache) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new LimbeckException(
          "LMB-202",
          "Revisions in a source directory need a JDK, and this Java has no compiler: "
              + System.getProperty("java.home")
              + "\n  Run Limbeck with a JDK, or give it the package of compiled revisions on the class path.");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter further = new StringWriter();
    try (StandardJavaFileManager standard = javac.getStandardFileManager(null, null, UTF_8);
        TrackedFiles files = new TrackedFiles(standard, directories)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, compilationPath());
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, roots);
      boolean compiled =
          javac
              .getTask(
                  further,
                  files,
                  diagnostics,
                  List.of(
                      "-proc:none",
                      "-nowarn",
                      "-g",
                      "-parameters",
                      "-implicit:class",
                      "-Xprefer:source",
                      "-Xmaxerrs",
                      "1000"),
                  null,
                  files.sources(sources))
              .call();
      if (!compiled) {
        throw failed(diagnostics.getDiagnostics(), further.toString());
      }
      return keep(sources, files, cache);
    }
  }

  /** The engine first: revisions run against this one, whatever else the class path holds. */
  private List<Path> compilationPath() {
    Set<Path> path = new LinkedHashSet<>();
    CodeSource engine = Migration.class.getProtectionDomain().getCodeSource();
    if (engine != null && "file".equals(engine.getLocation().getProtocol())) {
      try {
        path.add(Path.of(engine.getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    path.addAll(classPath);
    if (classPath.isEmpty()) {
      for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
        if (!entry.isEmpty()) {
          path.add(Path.of(entry));
        }
      }
    }
    return path.stream().filter(Files::exists).toList();
  }

  private static Map<String, byte[]> keep(
      List<Path> requested, TrackedFiles files, CompilationCache cache) throws IOException {
    Map<Path, Map<String, byte[]>> compiled = files.classes();
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Path input : files.read()) {
      inputs.put(input.toString(), CompiledSource.stamp(input));
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    NeededSources neededBy = new NeededSources(compiled.keySet(), requested);
    for (Map.Entry<Path, Map<String, byte[]>> entry : compiled.entrySet()) {
      Map<String, String> sources = new LinkedHashMap<>();
      for (Path needed : neededBy.of(entry.getKey())) {
        sources.put(needed.toString(), cache.hash(needed));
      }
      cache.write(entry.getKey(), new CompiledSource(sources, inputs, entry.getValue()));
      classes.putAll(entry.getValue());
    }
    return classes;
  }

  private static LimbeckException failed(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, String further) {
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        JavaFileObject source = diagnostic.getSource();
        String place =
            source == null ? "" : source.getName() + ":" + diagnostic.getLineNumber() + "   ";
        errors.add(place + diagnostic.getMessage(Locale.ENGLISH).replace("\n", "\n    "));
      }
    }
    if (errors.isEmpty()) {
      errors.add(further.strip());
    }
    StringBuilder message = new StringBuilder("A revision does not compile.");
    errors.stream().limit(MOST_ERRORS).forEach(error -> message.append("\n  ").append(error));
    if (errors.size() > MOST_ERRORS) {
      message.append("\n  … and ").append(errors.size() - MOST_ERRORS).append(" more errors");
    }
    return new LimbeckException("LMB-203", message.toString());
  }
}
