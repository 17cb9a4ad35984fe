package dev.limbeck.scanner.discovery;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A class that Hibernate is told of.
 *
 * @param name its binary name
 * @param role what it is
 * @param location the directory or jar that holds it
 */
record ManagedClass(String name, Role role, Path location) implements Comparable<ManagedClass> {

  /** What a managed class is. */
  enum Role {
    ENTITY("entity"),
    EMBEDDABLE("embeddable"),
    MAPPED_SUPERCLASS("mapped superclass"),
    CONVERTER("converter"),
    PACKAGE("annotated package"),
    LISTED("listed class");

    private final String words;

    Role(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  ManagedClass {
    requireNonNull(name, "name");
    requireNonNull(role, "role");
    requireNonNull(location, "location");
  }

  @Override
  public int compareTo(ManagedClass other) {
    return name.compareTo(other.name);
  }
}
