package dev.limbeck.autogenerate;

import java.util.List;
import java.util.Map;

/** What the entities of an application want; the port that the entity scanner implements. */
@FunctionalInterface
public interface EntitySource {

  /**
   * Reads the entities, without any database.
   *
   * @param dialects the names of the dialects that the model has to hold for; at least one
   * @throws dev.limbeck.LimbeckException LMB-11x where an entity does not load or does not map
   */
  EntityModel read(List<String> dialects);

  /**
   * Reads the entities for servers whose versions are known, since a mapping can mean another
   * schema on another version.
   *
   * @param majorVersions the server's major version by dialect name, where it is known; a version
   *     that the settings name goes first
   */
  default EntityModel read(List<String> dialects, Map<String, Integer> majorVersions) {
    return read(dialects);
  }
}
