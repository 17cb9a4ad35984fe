package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

/**
 * An entity or attribute that stayed what it was and is kept in another table.
 *
 * @param path its path in the mapping
 * @param from where it was, by the names after the renames
 * @param to where it is
 */
record MovedPart(String path, Place from, Place to) {
  MovedPart {
    requireNonNull(path, "path");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /** The way back. */
  MovedPart reversed() {
    return new MovedPart(path, to, from);
  }

  /** True where one column becomes another, as no entity or collection as a whole does. */
  boolean isColumn() {
    return from.column() != null && to.column() != null;
  }

  @Override
  public String toString() {
    return path + ": " + from.spelled() + " -> " + to.spelled();
  }
}
