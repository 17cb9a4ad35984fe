package dev.limbeck.scanner.bridge;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What Hibernate is to read, for one dialect.
 *
 * @param dialect the dialect's name
 * @param classes the managed classes, by binary name
 * @param packages packages with annotations of their own
 * @param mappingFiles mapping files, as resources of the class path
 * @param properties settings for Hibernate, free of whatever concerns a connection
 * @param springNaming true where join tables are named as Spring Boot names them
 */
public record BootRequest(
    String dialect,
    List<String> classes,
    List<String> packages,
    List<String> mappingFiles,
    Map<String, String> properties,
    boolean springNaming) {
  public BootRequest {
    requireNonNull(dialect, "dialect");
    classes = List.copyOf(classes);
    packages = List.copyOf(packages);
    mappingFiles = List.copyOf(mappingFiles);
    properties = Map.copyOf(properties);
  }
}
