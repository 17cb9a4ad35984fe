package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LaterWork;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles revisions in this process: those that are asked for, and what they need of the source
 * directories. Classes are kept by content; what did not change is not compiled again, and needs no
 * compiler.
 */
final class RevisionCompiler {
  private static final System.Logger LOG = System.getLogger(RevisionCompiler.class.getName());
  private static final int MOST_ERRORS = 20;

  private final List<Path> directories;
  private final List<Path> classPath;
  private final Path cacheDirectory;
  private final LaterWork later;

  /**
   * @param later keeps the classes
   */
  RevisionCompiler(
      List<Path> directories, List<Path> classPath, Path cacheDirectory, LaterWork later) {
    this.directories = List.copyOf(directories);
    this.classPath = List.copyOf(classPath);
    this.cacheDirectory = cacheDirectory;
    this.later = later;
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

  /**
   * What one run of the compiler made.
   *
   * @param requested the sources that it was asked for
   * @param classes the classes, by the source that they come from
   * @param read the files of the class path that it read
   */
  private record Compilation(
      List<Path> requested, Map<Path, Map<String, byte[]>> classes, Set<Path> read) {}

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
    List<List<Path>> parts =
        IndependentSources.parts(sources, Runtime.getRuntime().availableProcessors());
    List<Compilation> compiled = parts.size() == 1 ? null : sideBySide(javac, parts, roots);
    if (compiled == null) {
      compiled = List.of(run(javac, sources, roots));
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (Compilation each : compiled) {
      each.classes().values().forEach(classes::putAll);
    }
    keep(compiled, cache);
    return classes;
  }

  /**
   * Compiles parts at the same time.
   *
   * @return null where one does not compile, or they have to do with each other, so that only one
   *     run for all can tell
   */
  private @Nullable List<Compilation> sideBySide(
      JavaCompiler javac, List<List<Path>> parts, Collection<Path> roots) throws IOException {
    FutureTask<Compilation> second = new FutureTask<>(() -> run(javac, parts.get(1), roots));
    Thread beside = new Thread(second, "limbeck-compiler");
    beside.start();
    List<Compilation> compiled = new ArrayList<>();
    try {
      compiled.add(run(javac, parts.get(0), roots));
      compiled.add(second.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (LimbeckException | ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "Compiled again in one run", e);
      return null;
    } finally {
      join(beside);
    }
    return IndependentSources.meet(compiled.stream().map(Compilation::classes).toList())
        ? null
        : compiled;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Compilation run(JavaCompiler javac, List<Path> sources, Collection<Path> roots)
      throws IOException {
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
      return new Compilation(sources, files.classes(), files.read());
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

  /** Stamps are taken now, before anything that was read can change; writing may take longer. */
  private void keep(List<Compilation> compiled, CompilationCache cache) throws IOException {
    List<Map<String, String>> inputs = new ArrayList<>();
    for (Compilation each : compiled) {
      Map<String, String> stamps = new LinkedHashMap<>();
      for (Path input : each.read()) {
        stamps.put(input.toString(), CompiledSource.stamp(input));
      }
      inputs.add(stamps);
      for (Path source : each.classes().keySet()) {
        cache.hash(source);
      }
    }
    later.begin(
        () -> {
          try {
            for (int i = 0; i < compiled.size(); i++) {
              keep(compiled.get(i), inputs.get(i), cache);
            }
          } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Compiled classes are not kept", e);
          }
        });
  }

  private static void keep(Compilation compiled, Map<String, String> inputs, CompilationCache cache)
      throws IOException {
    NeededSources neededBy = new NeededSources(compiled.classes().keySet(), compiled.requested());
    for (Map.Entry<Path, Map<String, byte[]>> entry : compiled.classes().entrySet()) {
      Map<String, String> sources = new LinkedHashMap<>();
      for (Path needed : neededBy.of(entry.getKey())) {
        sources.put(needed.toString(), cache.hash(needed));
      }
      cache.write(entry.getKey(), new CompiledSource(sources, inputs, entry.getValue()));
    }
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
