package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntityModel.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference, and where each side of it comes from.
 *
 * @param difference the difference
 * @param database what the database has
 * @param entities what the entities want
 * @param revisions what the applied revisions lead to
 * @param revision the id of the revision that last made it so; null where none did
 * @param settings the settings that have a say in what the entities want
 * @param cause why the sides differ, as far as one can tell
 * @param reason the cause in words
 */
public record Explanation(
    OperationLine difference,
    Side database,
    Side entities,
    Side revisions,
    @Nullable String revision,
    List<Setting> settings,
    Cause cause,
    String reason) {
  public Explanation {
    requireNonNull(difference, "difference");
    requireNonNull(database, "database");
    requireNonNull(entities, "entities");
    requireNonNull(revisions, "revisions");
    settings = List.copyOf(settings);
    requireNonNull(cause, "cause");
    requireNonNull(reason, "reason");
  }

  /**
   * What one side says.
   *
   * @param value the fact; null where this side does not have it, or was not asked
   * @param from where that stands: a catalog's row, the entities' attributes, a revision
   */
  public record Side(@Nullable String value, List<String> from) {
    public Side {
      from = List.copyOf(from);
    }
  }

  /** Why the sides differ. */
  public enum Cause {
    /** The entities changed since the last revision. */
    ENTITIES,
    /** The entities are read by another Hibernate than when the revision was generated. */
    HIBERNATE,
    /** Something that is no revision changed the database. */
    DATABASE,
    /** Both the entities and the database changed. */
    BOTH,
    /** A revision that is not applied yet does it. */
    PENDING
  }
}
