package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Entities that others have published, by coordinates that do not change.
 *
 * @param name what it is called in reports
 * @param jars artifacts without what they depend on, as {@code group:artifact:version}
 * @param trees artifacts with all that they depend on
 * @param hibernate whose Hibernate reads them
 * @param packages the packages of its entities; empty for all
 * @param settings further settings for Hibernate
 */
record PublicModel(
    String name,
    List<String> jars,
    List<String> trees,
    Reader hibernate,
    List<String> packages,
    Map<String, String> settings) {

  /** Whose Hibernate reads a model. */
  enum Reader {
    /** The one that it depends on. */
    OWN,
    /** The one that Limbeck brings. */
    BUNDLED
  }

  PublicModel {
    requireNonNull(name, "name");
    requireNonNull(hibernate, "hibernate");
    jars = List.copyOf(jars);
    trees = List.copyOf(trees);
    packages = List.copyOf(packages);
    settings = Map.copyOf(settings);
  }

  /** Artifacts alone, read by the Hibernate of Limbeck. */
  static PublicModel of(String name, String... jars) {
    return new PublicModel(name, List.of(jars), List.of(), Reader.BUNDLED, List.of(), Map.of());
  }

  /** Artifacts with all that they depend on, read by this or that Hibernate. */
  static PublicModel tree(String name, Reader hibernate, String... artifacts) {
    return new PublicModel(name, List.of(), List.of(artifacts), hibernate, List.of(), Map.of());
  }

  /** The same with artifacts that it needs, and all that these depend on. */
  PublicModel with(String... artifacts) {
    return new PublicModel(name, jars, List.of(artifacts), hibernate, packages, settings);
  }

  PublicModel in(String... names) {
    return new PublicModel(name, jars, trees, hibernate, List.of(names), settings);
  }

  @Override
  public String toString() {
    return name;
  }
}
