package dev.limbeck.scanner.discovery;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntityModel.Setting;
import java.util.List;
import java.util.SortedMap;

/**
 * What Hibernate is told to read.
 *
 * @param classes the managed classes, by binary name, sorted
 * @param packages the packages with annotations of their own, sorted
 * @param mappingFiles the mapping files, as resources of the class path
 * @param properties the settings for Hibernate that were found, with their origin, by name
 * @param found what takes part, and why, a line for each
 * @param skipped what was passed over, and why, a line for each
 */
public record ManagedClasses(
    List<String> classes,
    List<String> packages,
    List<String> mappingFiles,
    SortedMap<String, Setting> properties,
    List<String> found,
    List<String> skipped) {
  public ManagedClasses {
    classes = List.copyOf(classes);
    packages = List.copyOf(packages);
    mappingFiles = List.copyOf(mappingFiles);
    properties =
        java.util.Collections.unmodifiableSortedMap(
            new java.util.TreeMap<>(requireNonNull(properties, "properties")));
    found = List.copyOf(found);
    skipped = List.copyOf(skipped);
  }
}
