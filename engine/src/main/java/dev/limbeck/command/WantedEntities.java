package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.NameCharacters;
import dev.limbeck.autogenerate.NameClashes;
import dev.limbeck.autogenerate.NameLengths;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import java.util.List;
import java.util.Map;

/**
 * What entities want, with names that all configured databases can hold.
 *
 * @param source where entities are read
 */
record WantedEntities(EntitySource source) {
  WantedEntities {
    requireNonNull(source, "source");
  }

  /**
   * What they want of a database and of the others.
   *
   * @param dialects the names of all dialects
   * @param version the major version of the server of one of them
   */
  EntityModel of(List<String> dialects, Dialect connected, int version) {
    return checked(
        source.read(dialects, Map.of(connected.name(), version)),
        dialects.stream().map(Dialects::named).toList());
  }

  /** What they want of databases that nobody looks at. */
  EntityModel of(List<Dialect> dialects) {
    return checked(source.read(dialects.stream().map(Dialect::name).toList()), dialects);
  }

  private static EntityModel checked(EntityModel wanted, List<Dialect> dialects) {
    NameCharacters.check(wanted.model());
    NameLengths.check(wanted.model(), dialects);
    NameClashes.check(wanted, dialects);
    return wanted;
  }
}
