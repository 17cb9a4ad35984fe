package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * The files of new revisions: {@code R20261121_0715_OrdersGetCustomer.java} in the directory of the
 * package, and what stands beside it.
 *
 * @param sourceRoot the directory in which packages begin
 * @param packageName the package of new revisions; empty for none
 * @param names how their classes are named
 */
public record RevisionFiles(Path sourceRoot, String packageName, NameTemplate names) {
  private static final int ID_BYTES = 6;

  public RevisionFiles {
    requireNonNull(sourceRoot, "sourceRoot");
    requireNonNull(packageName, "packageName");
    requireNonNull(names, "names");
  }

  /** With the standard names. */
  public RevisionFiles(Path sourceRoot, String packageName) {
    this(sourceRoot, packageName, NameTemplate.standard());
  }

  /**
   * A new id: twelve hexadecimal digits. Ids have to differ, and may be guessed: a secure generator
   * takes ten milliseconds to begin with.
   */
  public static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    new SplittableRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The directory of the package. */
  public Path directory() {
    Path directory = sourceRoot;
    if (!packageName.isEmpty()) {
      for (String part : packageName.split("\\.")) {
        directory = directory.resolve(part);
      }
    }
    return directory;
  }

  /** The file of a class of the package. */
  public Path file(String className) {
    return directory().resolve(className + ".java");
  }

  /** The file beside a class that keeps the change of the mapping. */
  public Path mappingFile(String className) {
    return directory().resolve(className + MappingDelta.SUFFIX);
  }

  /** A name of a class for which there is no file yet. */
  public String className(String id, String message, Instant created) {
    String name = names.name(id, message, created);
    String free = name;
    for (int i = 2; Files.exists(file(free)) || Files.exists(mappingFile(free)); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  /**
   * Writes a file of the package that is not there yet, whole or not at all.
   *
   * @throws LimbeckException LMB-205 where it is there or cannot be written
   */
  public static void create(Path file, String text) {
    try {
      AtomicFile.create(file, text.getBytes(UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw unwritable(file, "it is there already", e);
    } catch (IOException e) {
      throw unwritable(file, String.valueOf(e), e);
    }
  }

  /**
   * Writes a file in the place of the one of this name, whole or not at all.
   *
   * @throws LimbeckException LMB-205 where it cannot be written
   */
  public static void replace(Path file, String text) {
    try {
      AtomicFile.replace(file, text.getBytes(UTF_8));
    } catch (IOException e) {
      throw unwritable(file, String.valueOf(e), e);
    }
  }

  static LimbeckException unwritable(Path file, String reason, IOException cause) {
    return new LimbeckException(
        "LMB-205",
        "The file "
            + file
            + " cannot be written: "
            + reason
            + "\n  Nothing was changed. Check the directory of revisions and its permissions.",
        cause);
  }
}
