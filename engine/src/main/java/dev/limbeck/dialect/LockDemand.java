package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

/**
 * How many locks a transaction would hold at its end, and what the server has room for.
 *
 * @param locks about how many
 * @param room how many the server keeps room for, all sessions together; it may find room for more
 * @param most more than these it has never found room for
 * @param remedy what somebody can set on the server, for people
 */
public record LockDemand(long locks, long room, long most, String remedy) {
  public LockDemand {
    requireNonNull(remedy, "remedy");
  }

  /** True where they may not fit. */
  public boolean isDoubtful() {
    return locks > room;
  }

  /** True where they cannot fit. */
  public boolean isTooMuch() {
    return locks > most;
  }
}
