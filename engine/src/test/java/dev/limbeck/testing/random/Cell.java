package dev.limbeck.testing.random;

import org.jspecify.annotations.Nullable;

/**
 * What a row has in a column, as far as it can be foretold.
 *
 * @param value the plain value; null where it is null or not known
 * @param known false where only the database knows it
 * @param mayBeNull false where it is known at least that it is not null
 */
record Cell(@Nullable String value, boolean known, boolean mayBeNull) {
  /** Null. */
  static final Cell NULL = new Cell(null, true, true);

  /** Anything, or null. */
  static final Cell UNKNOWN = new Cell(null, false, true);

  /** Some value. */
  static final Cell SOME = new Cell(null, false, false);

  static Cell of(String value) {
    return new Cell(value, true, false);
  }

  /** The value that a default gives. */
  static Cell ofDefault(String sql) {
    String value = Values.ofDefault(sql);
    return value == null ? SOME : of(value);
  }

  boolean isNull() {
    return known && value == null;
  }
}
