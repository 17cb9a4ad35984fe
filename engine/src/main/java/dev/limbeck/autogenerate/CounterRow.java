package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

/**
 * The row of a table of counters that an id gets its numbers from, as {@code @TableGenerator} has
 * it.
 *
 * @param key what tells the row from those of other ids
 * @param increment how far the counter goes for each block of ids, at least 1
 */
public record CounterRow(String key, long increment) {
  public CounterRow {
    requireNonNull(key, "key");
    if (increment < 1) {
      throw new IllegalArgumentException("increment: " + increment);
    }
  }
}
