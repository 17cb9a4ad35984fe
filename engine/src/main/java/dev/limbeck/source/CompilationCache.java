package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiled sources, each in a file named by the hash of its source and the version of Java. One
 * counts as long as everything is as it was that was read for it.
 */
final class CompilationCache {
  private static final System.Logger LOG = System.getLogger(CompilationCache.class.getName());

  private final Path directory;
  private final Map<Path, String> hashes = new HashMap<>();

  CompilationCache(Path directory) {
    this.directory = directory;
  }

  /** The hash of a source as it is now; read once. */
  String hash(Path source) throws IOException {
    String known = hashes.get(source);
    if (known == null) {
      known = Digest.hex(Files.readAllBytes(source));
      hashes.put(source, known);
    }
    return known;
  }

  /**
   * The classes of a source and of the sources that it needs; null where they have to be compiled.
   */
  @Nullable Map<String, byte[]> classes(Path source) {
    try {
      Map<String, byte[]> classes = new LinkedHashMap<>();
      CompiledSource compiled = read(source);
      if (compiled == null || !isCurrent(compiled)) {
        return null;
      }
      for (String needed : compiled.sources().keySet()) {
        CompiledSource other = read(Path.of(needed));
        if (other == null) {
          return null;
        }
        classes.putAll(other.classes());
      }
      return classes;
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "Compiled anew: " + source, e);
      return null;
    }
  }

  private boolean isCurrent(CompiledSource compiled) throws IOException {
    for (Map.Entry<String, String> source : compiled.sources().entrySet()) {
      Path file = Path.of(source.getKey());
      if (!Files.exists(file) || !hash(file).equals(source.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, String> input : compiled.inputs().entrySet()) {
      Path file = Path.of(input.getKey());
      if (!Files.exists(file) || !CompiledSource.stamp(file).equals(input.getValue())) {
        return false;
      }
    }
    return true;
  }

  private @Nullable CompiledSource read(Path source) throws IOException {
    Path file = file(source);
    return Files.exists(file) ? CompiledSource.fromBytes(Files.readAllBytes(file)) : null;
  }

  /** Keeps a compiled source, where the directory can be written. */
  void write(Path source, CompiledSource compiled) {
    try {
      AtomicFile.replace(file(source), compiled.toBytes());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "Compiled classes cannot be kept: " + directory, e);
    }
  }

  private Path file(Path source) throws IOException {
    String key = Runtime.version() + "\n" + source + "\n" + hash(source);
    return directory.resolve(Digest.hex(key.getBytes(UTF_8)) + ".classes");
  }
}
