package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long statements of revisions may wait and run, and how often they are tried again.
 *
 * @param lockTimeout how long a statement waits for a lock of the database; null for as long as the
 *     database lets it
 * @param statementTimeout how long a statement may run; null for as long as the database lets it
 * @param retries how often a transaction is tried again that lost a lock or met a deadlock
 * @param delay how long to wait before the first of them; twice as long before each further one
 */
public record Patience(
    @Nullable Duration lockTimeout,
    @Nullable Duration statementTimeout,
    int retries,
    Duration delay) {

  /** As the database has it, and three more tries. */
  public static final Patience USUAL = new Patience(null, null, 3, Duration.ofSeconds(1));

  private static final int MOST_DOUBLINGS = 6;

  public Patience {
    requireNonNull(delay, "delay");
    if (retries < 0) {
      throw new IllegalArgumentException("retries: " + retries);
    }
  }

  /**
   * How long to wait before a try.
   *
   * @param retry which one, from 1
   */
  public Duration before(int retry) {
    return delay.multipliedBy(1L << Math.min(retry - 1, MOST_DOUBLINGS));
  }
}
