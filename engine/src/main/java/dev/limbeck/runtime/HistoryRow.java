package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.graph.Direction;
import dev.limbeck.source.ContentHash;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a database.
 *
 * @param revision the id of the revision that it was about; {@link #BASE} for the state without any
 * @param what what was done
 * @param started when it began
 * @param finished when it was done
 * @param operations the revision's {@link dev.limbeck.canonical.CanonicalRevision} as text, where
 *     the database holds now what it does; else null
 * @param hash what the revision was made of, or null where nobody can say
 * @param error why it failed, without secrets; null where it is done
 */
public record HistoryRow(
    String revision,
    What what,
    Instant started,
    Instant finished,
    @Nullable String operations,
    @Nullable ContentHash hash,
    @Nullable String error) {

  /** Stands for a revision in a row of a stamp that leaves none. */
  public static final String BASE = "base";

  /** What can be done. */
  public enum What {
    /** The revision was applied. */
    UPGRADE,
    /** The revision was undone. */
    DOWNGRADE,
    /** The revision counts as applied, but nothing was run; or, for {@code base}, none does. */
    STAMP,
    /** A change of the revision after it was applied was accepted. */
    REPAIR;

    /** What a step does with its revision. */
    public static What of(Direction direction) {
      return direction == Direction.UPGRADE ? UPGRADE : DOWNGRADE;
    }

    /** The word in the table. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public HistoryRow {
    requireNonNull(revision, "revision");
    requireNonNull(what, "what");
    requireNonNull(started, "started");
    requireNonNull(finished, "finished");
  }

  /** Something that is done. */
  public HistoryRow(
      String revision,
      What what,
      Instant started,
      Instant finished,
      @Nullable String operations,
      @Nullable ContentHash hash) {
    this(revision, what, started, finished, operations, hash, null);
  }
}
