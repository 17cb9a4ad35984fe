package dev.limbeck.autogenerate;

import java.util.List;

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
}
