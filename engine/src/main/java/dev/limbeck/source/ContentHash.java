package dev.limbeck.source;

import static java.util.Objects.requireNonNull;

/**
 * A hash of what a revision is made of: as long as it is the same, so is what the revision does,
 * but for what it takes from other files.
 *
 * @param kind what was hashed
 * @param value the hash, in hexadecimal digits
 */
public record ContentHash(Kind kind, String value) {

  /** What a revision can be made of. */
  public enum Kind {
    /** The bytes of its source file. */
    SOURCE,
    /** The bytes of its class file and of those of the classes inside. */
    CLASS
  }

  public ContentHash {
    requireNonNull(kind, "kind");
    requireNonNull(value, "value");
  }
}
