package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.source.FileChanges;
import dev.limbeck.source.MappingDelta;
import dev.limbeck.source.ModelLock;
import dev.limbeck.source.RevisionHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of revisions, for commands that change them. */
final class SourceFiles {
  private SourceFiles() {}

  /**
   * The file of a revision.
   *
   * @throws LimbeckException LMB-266 where it is a compiled class without one
   */
  static Path of(RevisionHeader header) {
    Path file = header.origin().endsWith(".java") ? Path.of(header.origin()) : null;
    if (file == null || !Files.isRegularFile(file)) {
      throw new LimbeckException(
          "LMB-266",
          "The source of revision "
              + header.id()
              + " is not here, so it cannot be changed.\n  It was found as "
              + header.origin()
              + ".\n  Set revisions.directory to the directory of its file.");
    }
    return file;
  }

  /** The text of a file. */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LimbeckException("LMB-201", "The file " + file + " cannot be read: " + e, e);
    }
  }

  /**
   * Makes the changes and lets {@code model.lock} follow; where what comes out is no graph of
   * revisions, all is as before.
   */
  static void apply(FileChanges changes, Settings settings, RevisionWriter writer) {
    Runnable undo = changes.apply();
    try {
      writeLock(settings, writer);
    } catch (RuntimeException e) {
      undo.run();
      throw e;
    }
  }

  /** Writes {@code model.lock} anew. */
  static void writeLock(Settings settings, RevisionWriter writer) {
    RevisionCatalog catalog = new RevisionCatalog(settings.revisions());
    FileChanges lock = new FileChanges();
    lock.write(
        writer.lockFile(),
        ModelLock.of(catalog.headers(), MappingDelta.readAll(writer.directories())).format());
    lock.apply();
  }
}
