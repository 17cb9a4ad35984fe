package dev.limbeck.command;

import java.nio.file.Path;

/** What is done with the file of a revision once it was written, such as formatting it. */
@FunctionalInterface
public interface AfterWriting {

  /**
   * Called when all files of the command are written, before what was written is proven.
   *
   * @param file the file of the revision's class
   * @throws dev.limbeck.LimbeckException where it fails; the file stays
   */
  void written(Path file);

  /** Does nothing. */
  static AfterWriting nothing() {
    return file -> {};
  }
}
