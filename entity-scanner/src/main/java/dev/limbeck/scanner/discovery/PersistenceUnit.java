package dev.limbeck.scanner.discovery;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unit of a {@code persistence.xml}.
 *
 * @param name its name
 * @param location the directory or jar that the file lies in
 * @param classes the classes that it lists
 * @param jarFiles the further jars that it names, as it spells them
 * @param mappingFiles the mapping files that it names
 * @param excludesUnlisted true where only listed classes take part
 * @param properties its properties
 */
record PersistenceUnit(
    String name,
    Path location,
    List<String> classes,
    List<String> jarFiles,
    List<String> mappingFiles,
    boolean excludesUnlisted,
    SortedMap<String, String> properties) {
  PersistenceUnit {
    requireNonNull(name, "name");
    requireNonNull(location, "location");
    classes = List.copyOf(classes);
    jarFiles = List.copyOf(jarFiles);
    mappingFiles = List.copyOf(mappingFiles);
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }
}
