package dev.limbeck.source;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are there whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a file that is not there yet.
   *
   * @throws java.nio.file.FileAlreadyExistsException where it is; it stays as it was
   */
  public static void create(Path file, byte[] content) throws IOException {
    Files.createDirectories(directory(file));
    // An empty file keeps the name from others until the content takes its place.
    Files.createFile(file);
    try {
      replace(file, content);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Writes a file, in the place of the one of this name where there is one. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path directory = directory(file);
    Files.createDirectories(directory);
    // Not a temporary file of the JDK's: those are for their owner's eyes only, and so would the
    // result be.
    Path written = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(written, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      move(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath().getRoot() : parent;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
