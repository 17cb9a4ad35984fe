package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A row of the history, for people; null where the row does not say.
 *
 * @param id the row's key
 * @param revision the id of the revision, or {@code base}
 * @param what {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair}
 * @param started in ISO 8601, UTC
 * @param finished in ISO 8601, UTC
 * @param milliseconds how long it took
 * @param databaseUser the user of the database
 * @param systemUser the user of the operating system
 * @param host the machine
 * @param version the version of Limbeck
 * @param isDone false where it failed
 * @param error why it failed
 */
public record LogEntry(
    long id,
    String revision,
    String what,
    String started,
    @Nullable String finished,
    @Nullable Long milliseconds,
    @Nullable String databaseUser,
    @Nullable String systemUser,
    @Nullable String host,
    @Nullable String version,
    boolean isDone,
    @Nullable String error) {
  public LogEntry {
    requireNonNull(revision, "revision");
    requireNonNull(what, "what");
    requireNonNull(started, "started");
  }
}
