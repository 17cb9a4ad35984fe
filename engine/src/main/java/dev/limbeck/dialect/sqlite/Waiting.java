package dev.limbeck.dialect.sqlite;

import dev.limbeck.LimbeckException;

/** The pause between two tries to get something that another holds. */
final class Waiting {
  private static final long MILLISECONDS = 50;

  private Waiting() {}

  /**
   * Waits a little.
   *
   * @throws LimbeckException LMB-406 where the thread is interrupted; it stays marked as such
   */
  static void pause() {
    try {
      Thread.sleep(MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimbeckException("LMB-406", "Interrupted while waiting for the database.", e);
    }
  }
}
