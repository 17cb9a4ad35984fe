package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file {@code R….mapping}.
 *
 * @param file where it is
 * @param delta what it says
 */
public record MappingFile(Path file, MappingDelta delta) {
  public MappingFile {
    requireNonNull(file, "file");
    requireNonNull(delta, "delta");
  }

  /** The place of the mapping file of a revision: beside its class. */
  public static Path beside(Path source) {
    String name = String.valueOf(source.getFileName());
    return source.resolveSibling(
        name.substring(0, name.length() - ".java".length()) + MappingDelta.SUFFIX);
  }

  /**
   * The files in directories and their subdirectories, by the id of their revision. That of a
   * squash stands for those of all revisions that it replaces, as long as its class is beside it.
   *
   * @throws LimbeckException LMB-221 where a file is broken, or two are of one revision
   */
  public static SortedMap<String, MappingFile> readAll(List<Path> directories) {
    List<MappingFile> all = new ArrayList<>();
    for (Path directory : directories) {
      for (Path file : files(directory)) {
        MappingFile read = read(file);
        if (!all.contains(read) && (read.delta.replaces().isEmpty() || read.hasClass())) {
          all.add(read);
        }
      }
    }
    SortedMap<String, MappingFile> byRevision = new TreeMap<>();
    for (MappingFile file : all) {
      if (all.stream().noneMatch(file::isReplacedBy)) {
        MappingFile other = byRevision.put(file.delta.revision(), file);
        if (other != null) {
          throw twice(file, other);
        }
      }
    }
    return byRevision;
  }

  private boolean hasClass() {
    String name = String.valueOf(file.getFileName());
    String type = name.substring(0, name.length() - MappingDelta.SUFFIX.length());
    return Files.exists(file.resolveSibling(type + ".java"));
  }

  private boolean isReplacedBy(MappingFile squash) {
    return squash.delta.replaces().contains(delta.revision())
        && squash.delta.replaces().size() > delta.replaces().size();
  }

  private static LimbeckException twice(MappingFile one, MappingFile other) {
    return new LimbeckException(
        "LMB-221",
        "Two mapping files are of one revision, "
            + one.delta.revision()
            + ".\n  "
            + other.file
            + "\n  "
            + one.file
            + "\n  Delete the one that does not stand beside its class.");
  }

  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(MappingDelta.SUFFIX))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MappingFile read(Path file) {
    try {
      return new MappingFile(
          file, MappingDelta.parse(Files.readString(file, UTF_8), file.toString()));
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-221", "A mapping file cannot be read.\n  " + file + "   " + e, e);
    }
  }
}
