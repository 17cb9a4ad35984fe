package dev.limbeck.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiled sources, each in a file named by the hash of its source and its path. One counts for the
 * Java that compiled it, as long as everything is as it was that was read for it.
 */
final class CompilationCache {
  private static final System.Logger LOG = System.getLogger(CompilationCache.class.getName());

  private final Path directory;
  private final Map<Path, String> hashes;
  private final Map<Path, String> stamps = new HashMap<>();

  /**
   * @param hashes the hashes that are known of sources
   */
  CompilationCache(Path directory, Map<Path, String> hashes) {
    this.directory = directory;
    this.hashes = new HashMap<>(hashes);
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
        CompiledSource other = needed.equals(source.toString()) ? compiled : read(Path.of(needed));
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
      if (!input.getValue().equals(stamp(Path.of(input.getKey())))) {
        return false;
      }
    }
    return true;
  }

  /** The stamp of a file of the class path, looked at once; null where it is not there. */
  private @Nullable String stamp(Path file) throws IOException {
    String known = stamps.get(file);
    if (known == null && Files.exists(file)) {
      known = CompiledSource.stamp(file);
      stamps.put(file, known);
    }
    return known;
  }

  private @Nullable CompiledSource read(Path source) throws IOException {
    Path file = file(source);
    if (!Files.exists(file)) {
      return null;
    }
    CompiledSource compiled = CompiledSource.fromBytes(Files.readAllBytes(file));
    return compiled.sources().containsKey(source.toString()) ? compiled : null;
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
    String place = Integer.toHexString(source.toString().hashCode());
    return directory.resolve(hash(source) + "-" + place + ".classes");
  }
}
