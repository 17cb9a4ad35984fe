package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.plan.Notice;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Runs a transaction once more, as long as there is hope: what was rolled back can be run again.
 */
final class Retries {
  private Retries() {}

  /** A transaction, which is rolled back where it throws. */
  @FunctionalInterface
  interface Attempt {
    void run() throws SQLException;
  }

  static void run(Workplace place, boolean allowed, Attempt attempt) throws SQLException {
    for (int retry = 1; ; retry++) {
      try {
        attempt.run();
        return;
      } catch (LimbeckException e) {
        boolean hope =
            e.getCause() instanceof SQLException cause && place.deployment().isTransient(cause);
        if (!hope || !allowed || retry > place.patience().retries()) {
          throw e;
        }
        waitFor(place, retry, e);
      }
    }
  }

  private static void waitFor(Workplace place, int retry, LimbeckException failure) {
    Duration delay = place.patience().before(retry);
    String said = String.valueOf(requireNonNull(failure.getCause()).getMessage());
    place
        .progress()
        .notice(
            new Notice(
                Notice.Level.WARNING,
                said.lines().findFirst().orElse("")
                    + "; rolled back, and tried again in "
                    + delay.toMillis() / 1000.0
                    + " s ("
                    + retry
                    + " of "
                    + place.patience().retries()
                    + ")"));
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
    place.lock().verify();
  }
}
